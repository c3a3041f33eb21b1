import type { Field, Unit } from '../catalogue';
import { humanBytes } from '../basics/byte-sizes';
import { parseCertificateLife, parseSkew, parseUptime } from '../formats/status-block/fields';

type Decode = (number: number) => string | null;

/** How a number of each unit is told; units without an entry tell themselves. */
const BY_UNIT: Readonly<Partial<Record<Unit, Decode>>> = {
  bytes: humanBytes,
  kilobytes: (number) => humanBytes(number * 1024),
  microseconds: (number) =>
    number >= 6e7 ? duration(number / 1e6) : `${(number / 1000).toFixed(number < 10_000 ? 2 : 1)} ms`,
  milliseconds: (number) => duration(number / 1000),
  seconds: duration,
  'epoch-seconds': (number) => instant(number * 1000),
  'epoch-microseconds': (number) => (number === 0 ? null : instant(number / 1000)),
};

/** A value in the unit in which people think; null where the raw text says it already. */
export function decodeValue(field: Field | null, raw: string): string | null {
  const unit = field?.unit;
  if (unit === 'duration') {
    const seconds = parseUptime(raw) ?? parseCertificateLife(raw);
    if (seconds !== null) return duration(seconds);
  }
  const kilobytes = /^(\d{1,16}) ?kB$/u.exec(raw)?.[1];
  if (kilobytes !== undefined) return humanBytes(Number(kilobytes) * 1024);
  if (!/^-?\d{1,20}(?:\.\d{1,9})?$/u.test(raw))
    return unit === 'seconds' || unit === 'duration' ? skewWords(raw) : null;
  const number = Number(raw);
  const decode = unit === undefined ? undefined : BY_UNIT[unit];
  if (decode !== undefined) return decode(number);
  return Math.abs(number) >= 10_000 ? number.toLocaleString('en-US') : null;
}

function skewWords(raw: string): string | null {
  const seconds = parseSkew(raw);
  if (seconds === null) return null;
  if (seconds === 0) return 'no difference to the cloud';
  return `the local clock ${seconds > 0 ? 'is ahead of' : 'is behind'} the cloud by ${duration(Math.abs(seconds))}`;
}

function instant(ms: number): string | null {
  return ms > 0 && ms < 4.2e12
    ? `${new Date(ms)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d{3}Z$/u, '')} UTC`
    : null;
}

/** Seconds as days, hours, minutes, seconds. */
export function duration(seconds: number): string {
  if (Math.abs(seconds) < 1) return `${(seconds * 1000).toFixed(1)} ms`;
  if (Math.abs(seconds) < 60) return `${String(Math.round(seconds * 10) / 10)} s`;
  const whole = Math.round(seconds);
  const parts: [number, string][] = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor((whole % 86_400) / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ];
  return parts
    .filter(([value]) => value > 0)
    .slice(0, 2)
    .map(([value, unit]) => `${String(value)} ${unit}`)
    .join(' ');
}
