/**
 * `npx tsx scripts/format-pictures.ts [FROM]`: makes docs/images/formats from what the suite’s colours test has
 * photographed (default: test/output/screenshots), without the window’s title and with a palette, so that each is small.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TITLE_ROWS = 31;
const PREFIX = 'formats-';

/** Rows of red, green, blue; 8 bits each. */
interface Image {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

/** Reads what Chromium writes: 8 bits a channel, with or without alpha, not interlaced. */
function readPng(file: Buffer): Image {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = file[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) unfilter(raw, y, stride, channels, rows);
  const rgb = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rows.copy(rgb, pixel * 3, pixel * channels, pixel * channels + 3);
  return { width, height, rgb };
}

function unfilter(raw: Buffer, y: number, stride: number, channels: number, rows: Buffer): void {
  const from = y * (stride + 1);
  const to = y * stride;
  const filter = raw[from];
  for (let x = 0; x < stride; x += 1) {
    const left = x < channels ? 0 : (rows[to + x - channels] ?? 0);
    const up = y === 0 ? 0 : (rows[to + x - stride] ?? 0);
    const corner = x < channels || y === 0 ? 0 : (rows[to + x - stride - channels] ?? 0);
    const base = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
    rows[to + x] = (raw[from + 1 + x] ?? 0) + base;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** An image of at most 256 colours: near ones become the most frequent of them. */
function writePng({ width, height, rgb }: Image): Buffer {
  for (let bits = 8; bits > 2; bits -= 1) {
    const buckets = new Map<number, Map<number, number>>();
    const bucketOf = (colour: number): number => (colour >> (8 - bits)) & (0x01_01_01 * ((1 << bits) - 1));
    for (let at = 0; at < rgb.length; at += 3) {
      const colour = rgb.readUIntBE(at, 3);
      const bucket = buckets.get(bucketOf(colour)) ?? new Map<number, number>();
      bucket.set(colour, (bucket.get(colour) ?? 0) + 1);
      buckets.set(bucketOf(colour), bucket);
    }
    if (buckets.size > 256) continue;
    const index = new Map([...buckets.keys()].map((bucket, place) => [bucket, place]));
    const palette = Buffer.concat(
      [...buckets.values()].map((colours) => {
        const [[most] = [0]] = [...colours].sort((a, b) => b[1] - a[1]);
        return Buffer.from([most >> 16, (most >> 8) & 255, most & 255]);
      }),
    );
    const rows = Buffer.alloc((width + 1) * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        rows[y * (width + 1) + 1 + x] = index.get(bucketOf(rgb.readUIntBE((y * width + x) * 3, 3))) ?? 0;
      }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const data = deflateSync(rows, { level: 9 });
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('PLTE', palette),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
  throw new Error('too many colours');
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

function withoutTitle({ width, height, rgb }: Image): Image {
  return { width, height: height - TITLE_ROWS, rgb: rgb.subarray(TITLE_ROWS * width * 3) };
}

const from = process.argv[2] ?? join(root, 'test/output/screenshots');
const folder = join(root, 'docs/images/formats');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(from).filter((one) => one.startsWith(PREFIX) && one.endsWith('.png'))) {
  const picture = writePng(withoutTitle(readPng(readFileSync(join(from, name)))));
  writeFileSync(join(folder, name.slice(PREFIX.length)), picture);
  console.log(`${name.slice(PREFIX.length)}: ${String(Math.round(picture.length / 1024))} kB`);
}
