/**
 * A type whose properties, entries and items cannot be written to, at any depth: what a module's props are of its schema's input.
 *
 * @example expectTypeOf<KmsKeyProps>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>()
 */
export type DeepReadonly<T> = unknown extends T ? T : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
