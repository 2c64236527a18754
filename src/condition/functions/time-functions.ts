import { durationField, timestampField, type DurationField, type TimestampField } from '../time.ts';
import { DURATION, NUMBER, TEXT, TIMESTAMP } from '../type-rules.ts';
import { Duration, Timestamp } from '../value.ts';
import { failure, wrongArgument, type FunctionSpec } from './function-spec.ts';

const calendar: readonly (readonly [TimestampField, string])[] = [
  ['getFullYear', 'the year'],
  ['getMonth', 'the month, 0 for January'],
  ['getDate', 'the day of the month, from 1'],
  ['getDayOfMonth', 'the day of the month, from 0'],
  ['getDayOfWeek', 'the day of the week, 0 for Sunday'],
  ['getDayOfYear', 'the day of the year, from 0'],
];

const clock: readonly (readonly [TimestampField & DurationField, string])[] = [
  ['getHours', 'the hour of the day; of a duration its whole hours'],
  ['getMinutes', 'the minute of the hour; of a duration its whole minutes'],
  ['getSeconds', 'the second of the minute; of a duration its whole seconds'],
  ['getMilliseconds', 'the milliseconds within the second'],
];

export const timeFunctions: readonly FunctionSpec[] = [
  ...calendar.map(([name, summary]) => accessor(name, summary, undefined)),
  ...clock.map(([name, summary]) => accessor(name, summary, name)),
];

function accessor(
  name: TimestampField,
  summary: string,
  ofDuration: DurationField | undefined,
): FunctionSpec {
  const signatures = [
    { params: [TIMESTAMP], result: NUMBER },
    { params: [TIMESTAMP, TEXT], result: NUMBER },
  ];
  return {
    name,
    form: 'method',
    signatures:
      ofDuration === undefined ? signatures : [...signatures, { params: [DURATION], result: NUMBER }],
    summary: `${summary} (a time zone such as "Europe/Vienna" or "+02:00" may be given; otherwise UTC)`,
    apply(at, a, b) {
      if (a instanceof Duration && ofDuration !== undefined && b === undefined)
        return durationField(a, ofDuration);
      if (!(a instanceof Timestamp) || (b !== undefined && typeof b !== 'string'))
        return wrongArgument(at, name);
      return timestampField(a, name, b) ?? failure(at, `there is no time zone "${b}"`);
    },
  };
}
