meta:
  id: pixie4e
  title: List-mode data of XIA's Pixie-4 Express, run type 0x400
  file-extension: b00
  endian: le
seq:
  - id: head
    type: head
    size: 64
  - id: records
    type: record
    repeat: until
    repeat-until: _io.pos >= _io.size - 64
  - id: tail
    size: 64
types:
  head:
    seq:
      - id: block_size
        doc: 16-bit words of a block, by which lengths are counted
        type: u2
      - id: module
        type: u2
      - id: run_format
        type: u2
        enum: run_format
      - id: record_head_length
        type: u2
      - id: coincidence_pattern
        type: u2
      - id: coincidence_window
        type: u2
      - id: longest_event
        type: u2
      - id: board_version
        type: u2
      - id: event_lengths
        doc: of the four channels, in blocks
        size: 8
      - id: serial_number
        type: u2
  record:
    seq:
      - id: pattern
        type: u2
      - id: info
        type: u2
      - id: trace_blocks
        type: u2
      - id: trace_blocks_before
        type: u2
      - id: time_low
        type: u2
      - id: time_middle
        type: u2
      - id: time_high
        type: u2
      - id: time_fraction
        type: u2
      - id: energy
        doc: height of the pulse in units of the digitiser
        type: u2
      - id: channel
        type: u2
      - id: rest
        size: 44
      - id: trace
        size: 2 * trace_blocks * _root.head.block_size
    instances:
      ticks:
        doc: clock ticks since the run began
        value: time_low + (time_middle << 16) + (time_high << 32)
enums:
  run_format:
    0x400: list_mode
