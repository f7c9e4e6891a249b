declare const brand: unique symbol;

/** A primitive that carries a name in the type system only, so that two kinds of id cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
