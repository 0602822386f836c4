// Reads the records of a catalog from the bytes of its JSON, without making strings or objects of them. Assumes well-formed
// JSON with the records in a top-level list "resources"; what it does not know, it steps over.

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [91, 93, 123, 125];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Reader {
  /** `fields` are the names of the fields whose strings are wanted. */
  constructor(text, fields) {
    this.bytes = encoder.encode(text);
    this.fields = fields.map((name) => encoder.encode(name));
    this.at = 0;
    // The string read last: bytes `from` to `to` of `source`.
    this.source = this.bytes;
    this.from = 0;
    this.to = 0;
  }

  /** The next byte that is not white space; it stays to be read. */
  peek() {
    const { bytes } = this;
    while (bytes[this.at] <= 32) this.at++;
    return bytes[this.at];
  }

  /** Reads the string that begins here. */
  string() {
    const { bytes } = this;
    const start = this.at + 1;
    let end = start;
    while (bytes[end] !== QUOTE && bytes[end] !== BACKSLASH) end++;
    if (bytes[end] === QUOTE) {
      this.source = bytes;
      this.from = start;
      this.to = end;
    } else {
      for (; bytes[end] !== QUOTE; end++) if (bytes[end] === BACKSLASH) end++;
      this.source = encoder.encode(JSON.parse(decoder.decode(bytes.subarray(start - 1, end + 1))));
      this.from = 0;
      this.to = this.source.length;
    }
    this.at = end + 1;
  }

  /** Steps over the value that begins here. */
  skip() {
    const { bytes } = this;
    let depth = 0;
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at];
      if (byte === QUOTE) {
        this.at++;
        for (; bytes[this.at] !== QUOTE; this.at++) if (bytes[this.at] === BACKSLASH) this.at++;
      } else if (byte === LIST || byte === OBJECT) {
        depth++;
      } else if (byte === LIST_END || byte === OBJECT_END) {
        if (depth === 0) return;
        depth--;
      } else if (byte === COMMA && depth === 0) {
        return;
      }
    }
  }

  /** Which of the fields the string read last names, or -1. */
  field() {
    const { source, from, to, fields } = this;
    search: for (let f = 0; f < fields.length; f++) {
      const name = fields[f];
      if (name.length !== to - from) continue;
      for (let i = 0; i < name.length; i++) if (name[i] !== source[from + i]) continue search;
      return f;
    }
    return -1;
  }

  /** Calls `visit` for each key of the object that begins here, with the place at its value, which is to be read or skipped. */
  object(visit) {
    this.peek();
    this.at++;
    while (this.peek() !== OBJECT_END) {
      if (this.bytes[this.at] === COMMA) {
        this.at++;
        continue;
      }
      this.string();
      if (this.peek() === COLON) this.at++;
      this.peek();
      visit();
      if (this.at >= this.bytes.length) return;
    }
    this.at++;
  }

  /** Calls `begun` for each record, then `found(field)` for each string of a wanted field, alone or in a list. */
  records(begun, found) {
    const { bytes } = this;
    const member = () => {
      const field = this.field();
      if (field >= 0 && bytes[this.at] === QUOTE) {
        this.string();
        found(field);
      } else if (field >= 0 && bytes[this.at] === LIST) {
        this.at++;
        while (this.peek() !== LIST_END) {
          if (bytes[this.at] === QUOTE) {
            this.string();
            found(field);
          } else if (bytes[this.at] === COMMA) {
            this.at++;
          } else {
            this.skip();
          }
        }
        this.at++;
      } else {
        this.skip();
      }
    };
    this.object(() => {
      const name = decoder.decode(this.source.subarray(this.from, this.to));
      if (name !== 'resources' || bytes[this.at] !== LIST) {
        this.skip();
        return;
      }
      this.at++;
      while (this.peek() !== LIST_END) {
        if (bytes[this.at] === OBJECT) {
          begun();
          this.object(member);
        } else {
          this.at++;
        }
      }
      this.at++;
    });
  }
}
