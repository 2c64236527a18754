import type { Duration, Timestamp } from './value.ts';
import { printTimestamp } from './time.ts';

const MINUS_ZERO = /^-(?=0(?:\.0*)?$)/;
/** Narrow, and no line breaks within it. */
const THOUSANDS = '\u202f';

/** Digits grouped from five on, as the SI has it: `1234.5`, `12 345.5`. `decimals` pads and rounds. */
export function formatNumber(value: number, unit?: string, decimals?: number): string {
  const digits =
    decimals === undefined || !Number.isFinite(value) ? plainDigits(value) : value.toFixed(decimals);
  const [whole = '', fraction] = digits.replace(MINUS_ZERO, '').split('.');
  const grouped =
    whole.replace('-', '').length > 4 && /^-?\d+$/.test(whole)
      ? whole.replace(/\B(?=(?:\d{3})+$)/g, THOUSANDS)
      : whole;
  const number = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return unit === undefined ? number : `${number} ${unit}`;
}

/** Sums of prices carry errors of the last binary digit, which nobody wants to read: 12 significant digits are kept. */
function plainDigits(value: number): string {
  return Number.isFinite(value)
    ? String(Number(value.toPrecision(12)))
    : value > 0
      ? 'infinity'
      : value < 0
        ? '-infinity'
        : 'not a number';
}

/** How many decimals the number needs, at most six. */
export function decimalsOf(value: number): number {
  return plainDigits(value).split('.')[1]?.slice(0, 6).length ?? 0;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 Mar 2026, 14:30 UTC`; seconds only where there are any. */
export function formatTimestamp(timestamp: Timestamp): string {
  const [, year = '', month = '', day = '', clock = '', seconds = ''] =
    /^(\d+)-(\d+)-(\d+)T(\d+:\d+):([\d.]+)Z$/.exec(printTimestamp(timestamp)) ?? [];
  const time = seconds === '00' ? clock : `${clock}:${seconds}`;
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${Number(year)}, ${time} UTC`;
}

const UNITS: readonly (readonly [bigint, string, string])[] = [
  [86_400_000_000_000n, 'day', 'days'],
  [3_600_000_000_000n, 'hour', 'hours'],
  [60_000_000_000n, 'minute', 'minutes'],
];

/** `30 days`, `1 hour 30 minutes`, `0 seconds`. */
export function formatDuration({ nanoseconds }: Duration): string {
  let rest = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const parts: string[] = [];
  for (const [size, one, many] of UNITS) {
    const count = rest / size;
    rest %= size;
    if (count > 0n) parts.push(`${count} ${count === 1n ? one : many}`);
  }
  const seconds = Number(rest) / 1e9;
  if (seconds !== 0 || parts.length === 0)
    parts.push(`${formatNumber(seconds)} ${seconds === 1 ? 'second' : 'seconds'}`);
  return `${nanoseconds < 0n ? 'minus ' : ''}${parts.join(' ')}`;
}
