import { Duration, Timestamp } from './value.ts';

const NANOSECONDS = 1_000_000_000n;
const EARLIEST = -62_135_596_800n * NANOSECONDS;
const LATEST = 253_402_300_800n * NANOSECONDS;
/** CEL's reference implementations keep durations in 64 bits of nanoseconds: about 292 years either way. */
const LONGEST = 2n ** 63n;

export function timestampInRange(nanoseconds: bigint): Timestamp | undefined {
  return nanoseconds >= EARLIEST && nanoseconds < LATEST ? new Timestamp(nanoseconds) : undefined;
}

export function durationInRange(nanoseconds: bigint): Duration | undefined {
  return nanoseconds < LONGEST && nanoseconds >= -LONGEST ? new Duration(nanoseconds) : undefined;
}

const RFC_3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** RFC 3339: `2026-03-01T14:30:00Z`, `2026-03-01T14:30:00.5+01:00`. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, sign, zoneHour, zoneMinute] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(zoneHour ?? 0) > 23 || Number(zoneMinute ?? 0) > 59) return undefined;
  const midnight = utcMidnight(Number(year), Number(month), Number(day));
  if (midnight === undefined) return undefined;
  const offset = (sign === '-' ? -60 : 60) * (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0));
  const seconds = midnight / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
  return timestampInRange(BigInt(seconds) * NANOSECONDS + BigInt((fraction ?? '').padEnd(9, '0')));
}

/** A plain date, `2026-03-01`, as midnight UTC. */
export function parseDate(text: string): Timestamp | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? parseTimestamp(`${text}T00:00:00Z`) : undefined;
}

function utcMidnight(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exact =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exact ? date.getTime() : undefined;
}

/** RFC 3339 in UTC, with as many decimals as needed. */
export function printTimestamp({ nanoseconds }: Timestamp): string {
  const milliseconds = Number(floorDivide(nanoseconds, 1_000_000n));
  const whole = new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '');
  return `${whole}${fractionText(floorRemainder(nanoseconds, NANOSECONDS))}Z`;
}

const DURATION_PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d)/y;
const UNIT_NANOSECONDS = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', NANOSECONDS],
  ['m', 60n * NANOSECONDS],
  ['h', 3_600n * NANOSECONDS],
  ['d', 86_400n * NANOSECONDS],
]);

/** `90s`, `1h30m`, `-1.5h`; beyond CEL also days of 24 hours: `30d`, `1d12h`. */
export function parseDuration(text: string): Duration | undefined {
  if (text.length > 100) return undefined;
  const negative = text.startsWith('-');
  let at = negative || text.startsWith('+') ? 1 : 0;
  if (text.slice(at) === '0') return new Duration(0n);
  if (at === text.length) return undefined;
  let total = 0n;
  while (at < text.length) {
    DURATION_PART.lastIndex = at;
    const match = DURATION_PART.exec(text);
    if (match === null) return undefined;
    const [part, amount = '', unit = ''] = match;
    const [whole = '', fraction = ''] = amount.split('.');
    const size = UNIT_NANOSECONDS.get(unit) ?? 0n;
    total += BigInt(whole === '' ? '0' : whole) * size;
    if (fraction !== '') total += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
    at += part.length;
  }
  return durationInRange(negative ? -total : total);
}

/** Seconds, as CEL prints durations: `5400s`, `0.25s`. */
export function printDuration({ nanoseconds }: Duration): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  return `${nanoseconds < 0n ? '-' : ''}${size / NANOSECONDS}${fractionText(size % NANOSECONDS)}s`;
}

function fractionText(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '';
  return `.${nanoseconds.toString().padStart(9, '0').replace(/0+$/, '')}`;
}

export type TimestampField =
  | 'getFullYear'
  | 'getMonth'
  | 'getDate'
  | 'getDayOfMonth'
  | 'getDayOfWeek'
  | 'getDayOfYear'
  | 'getHours'
  | 'getMinutes'
  | 'getSeconds'
  | 'getMilliseconds';

/** In UTC, or in a zone: an IANA name or an offset such as `+02:00`. Undefined when there is no such zone. */
export function timestampField(
  { nanoseconds }: Timestamp,
  field: TimestampField,
  zone?: string,
): number | undefined {
  const utc = Number(floorDivide(nanoseconds, 1_000_000n));
  const offset = zone === undefined ? 0 : offsetOf(zone, utc);
  if (offset === undefined) return undefined;
  const local = new Date(utc + offset);
  switch (field) {
    case 'getFullYear':
      return local.getUTCFullYear();
    case 'getMonth':
      return local.getUTCMonth();
    case 'getDate':
      return local.getUTCDate();
    case 'getDayOfMonth':
      return local.getUTCDate() - 1;
    case 'getDayOfWeek':
      return local.getUTCDay();
    case 'getDayOfYear': {
      const newYear = utcMidnight(local.getUTCFullYear(), 1, 1) ?? 0;
      return Math.floor((local.getTime() - newYear) / 86_400_000);
    }
    case 'getHours':
      return local.getUTCHours();
    case 'getMinutes':
      return local.getUTCMinutes();
    case 'getSeconds':
      return local.getUTCSeconds();
    default:
      return local.getUTCMilliseconds();
  }
}

/** Milliseconds to add to UTC. */
function offsetOf(zone: string, utc: number): number | undefined {
  const fixed = /^([+-]?)(\d\d):(\d\d)$/.exec(zone);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return (fixed[1] === '-' ? -60_000 : 60_000) * minutes;
  }
  const format = zoneFormat(zone);
  if (format === undefined) return undefined;
  const parts = new Map(format.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const midnight = utcMidnight(part('year'), part('month'), part('day')) ?? 0;
  const wall = midnight + (part('hour') * 3600 + part('minute') * 60 + part('second')) * 1000;
  return wall - Math.floor(utc / 1000) * 1000;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat | undefined>();

function zoneFormat(zone: string): Intl.DateTimeFormat | undefined {
  if (zoneFormats.has(zone)) return zoneFormats.get(zone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    format = undefined;
  }
  if (zoneFormats.size < 1000) zoneFormats.set(zone, format);
  return format;
}

export type DurationField = 'getHours' | 'getMinutes' | 'getSeconds' | 'getMilliseconds';

/** The whole hours, minutes or seconds that the duration lasts; of milliseconds those within its last second. */
export function durationField({ nanoseconds }: Duration, field: DurationField): number {
  switch (field) {
    case 'getHours':
      return Number(nanoseconds / (3_600n * NANOSECONDS));
    case 'getMinutes':
      return Number(nanoseconds / (60n * NANOSECONDS));
    case 'getSeconds':
      return Number(nanoseconds / NANOSECONDS);
    default:
      return Number((nanoseconds % NANOSECONDS) / 1_000_000n);
  }
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function floorRemainder(value: bigint, by: bigint): bigint {
  const remainder = value % by;
  return remainder < 0n ? remainder + by : remainder;
}
