import type { SopDocument } from './document.ts';

/**
 * Finds another procedure by its `id`, for the steps that run one. It answers the same for as long as it is the same
 * function: whoever holds the procedures makes a new one when one of them changes.
 */
export type ProcedureLookup = (id: string) => SopDocument | undefined;
