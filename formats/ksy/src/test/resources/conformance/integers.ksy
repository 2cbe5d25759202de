meta:
  id: integers
seq:
  - id: magic1
    contents: 'PACK-1'
  - id: uint8
    type: u1
