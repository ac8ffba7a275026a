// Archives as other programs write them, for the tests: nothing in the project makes tars or zip64.
import { crc32, deflateRawSync } from 'node:zlib';

interface TarOptions {
  /** How names of more than 100 bytes are written. */
  readonly style?: 'pax' | 'gnu' | 'prefix';
  /** Symbolic links to be put in. */
  readonly links?: readonly string[];
  /** What the pax header claims as its own size. */
  readonly paxSize?: number;
}

const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;

/** One header block of POSIX ustar; a name longer than its field is cut. */
function header(name: string, size: number, type: string, prefix = ''): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(octal(0o644, 8), 100);
  block.write(octal(size, 12), 124);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  block.write(prefix, 345, 155);
  block.write(
    octal(
      block.reduce((sum, byte) => sum + byte, 0),
      7,
    ),
    148,
  );
  return block;
}

const filled = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);

function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

/** What comes before a file so that its long name is known, and what stands in its own header. */
function named(
  name: string,
  { style = 'pax', paxSize }: TarOptions,
): { before: Buffer[]; name: string; prefix: string } {
  if (Buffer.byteLength(name) <= 100 && paxSize === undefined) return { before: [], name, prefix: '' };
  if (style === 'prefix') {
    const cut = name.lastIndexOf('/', 150);
    return { before: [], name: name.slice(cut + 1), prefix: name.slice(0, cut) };
  }
  const said = style === 'pax' ? paxRecord('path', name) : Buffer.from(`${name}\0`);
  const type = style === 'pax' ? 'x' : 'L';
  return { before: [header('././@Long', paxSize ?? said.length, type), filled(said)], name, prefix: '' };
}

/** A tar of text or byte files; a name that ends in `/` is a folder. */
export function tarOf(files: Record<string, string | Uint8Array>, options: TarOptions = {}): Buffer {
  const links = (options.links ?? []).map((name) => header(name, 0, '2'));
  const blocks = Object.entries(files).flatMap(([full, content]) => {
    const bytes = Buffer.from(content);
    const { before, name, prefix } = named(full, options);
    return [...before, header(name, bytes.length, full.endsWith('/') ? '5' : '0', prefix), filled(bytes)];
  });
  return Buffer.concat([...links, ...blocks, Buffer.alloc(1024)]);
}

const u16 = (value: number) => Buffer.of(value & 255, value >> 8);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** A zip of one file in which every size and place stands in the zip64 fields (APPNOTE 4.3.14, 4.3.15, 4.5.3). */
export function zip64Of(fileName: string, content: string): Buffer {
  const name = Buffer.from(fileName);
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes);
  const common = [u16(45), u16(0), u16(8), u32(0), u32(crc32(bytes)), u32(0xffff_ffff), u32(0xffff_ffff)];
  const sizes = Buffer.concat([u64(bytes.length), u64(packed.length)]);
  const localExtra = Buffer.concat([u16(1), u16(16), sizes]);
  const local = Buffer.concat([
    u32(0x0403_4b50),
    ...common,
    u16(name.length),
    u16(localExtra.length),
    name,
    localExtra,
  ]);
  const extra = Buffer.concat([u16(1), u16(24), sizes, u64(0)]);
  const central = Buffer.concat([
    u32(0x0201_4b50),
    u16(45),
    ...common,
    u16(name.length),
    u16(extra.length),
    u16(0),
    u16(0),
    u16(0),
    u32(0),
    u32(0xffff_ffff),
    name,
    extra,
  ]);
  const at = local.length + packed.length;
  const record = Buffer.concat([
    u32(0x0606_4b50),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(1),
    u64(1),
    u64(central.length),
    u64(at),
  ]);
  const locator = Buffer.concat([u32(0x0706_4b50), u32(0), u64(at + central.length), u32(1)]);
  const end = Buffer.concat([
    u32(0x0605_4b50),
    u16(0),
    u16(0),
    u16(0xffff),
    u16(0xffff),
    u32(0xffff_ffff),
    u32(0xffff_ffff),
    u16(0),
  ]);
  return Buffer.concat([local, packed, central, record, locator, end]);
}
