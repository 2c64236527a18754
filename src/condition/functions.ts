import { aggregateFunctions } from './functions/aggregate-functions.ts';
import { conversionFunctions } from './functions/conversion-functions.ts';
import type { FunctionSpec } from './functions/function-spec.ts';
import { numberFunctions } from './functions/number-functions.ts';
import { textFunctions } from './functions/text-functions.ts';
import { timeFunctions } from './functions/time-functions.ts';

/** Every function that a condition may call, besides macros, `has` and `visits`. */
export const functionSpecs: ReadonlyMap<string, FunctionSpec> = new Map(
  [...textFunctions, ...numberFunctions, ...aggregateFunctions, ...timeFunctions, ...conversionFunctions].map(
    (spec) => [spec.name, spec] as const,
  ),
);
