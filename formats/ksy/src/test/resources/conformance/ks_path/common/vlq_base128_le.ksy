meta:
  id: vlq_base128_le
seq:
  - id: groups
    type: group
    repeat: until
    repeat-until: not _.has_next
instances:
  value:
    value: 'groups[0].value + (groups.size > 1 ? groups[1].value << 7 : 0)'
types:
  group:
    seq:
      - id: has_next
        type: b1
      - id: value
        type: b7
