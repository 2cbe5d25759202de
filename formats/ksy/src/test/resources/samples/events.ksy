meta:
  id: array_events
  title: Events of a small air shower array
  endian: le
seq:
  - id: magic
    contents: 'HRLD'
  - id: header
    type: header
  - id: events
    type: event
    repeat: expr
    repeat-expr: header.num_events
  - id: end
    contents: 'END!'
types:
  header:
    seq:
      - id: version
        type: u1
        valid: 2
      - id: run
        type: u2
      - id: num_events
        type: u4
      - id: site
        type: strz
        encoding: UTF-8
  event:
    doc: One row an air shower
    seq:
      - id: number
        type: u4
      - id: time
        type: u8
        doc: Nanoseconds since 1970
        -unit: ns
        -ucd: time.epoch
      - id: energy
        type: f8
        -unit: GeV
      - id: trigger
        type: u1
        enum: trigger
      - id: saturated
        type: b1
      - id: zenith_code
        type: b7
      - id: num_hits
        type: u1
      - id: hits
        type: hit
        repeat: expr
        repeat-expr: num_hits
      - id: adc
        type: s2
        repeat: expr
        repeat-expr: 4
      - id: comment
        type: strz
        encoding: UTF-8
        if: saturated
    instances:
      zenith:
        value: zenith_code * 0.5
        -unit: deg
      charge:
        value: 'num_hits > 0 ? hits[0].charge : -1'
  hit:
    seq:
      - id: station
        type: u1
      - id: charge
        type: u2
      - id: trace
        type: u1
        repeat: expr
        repeat-expr: 3
enums:
  trigger:
    1: physics
    2: random
    7:
      id: calibration
      doc: LED flasher
