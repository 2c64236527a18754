/** What a declared name may hold. `nullable` where JSON null is a value rather than "missing". */
export type ValueType = ValueShape & { readonly nullable?: boolean };

export type ValueShape =
  | { readonly kind: 'string'; readonly enum?: readonly string[] }
  | { readonly kind: 'number'; readonly unit?: string; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: ValueType }
  | { readonly kind: 'map'; readonly values: ValueType }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, ValueType> }
  /** Known only when it runs: an empty list's items, mixed literals. Compatible with everything. */
  | { readonly kind: 'dynamic' };
