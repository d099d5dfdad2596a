/** The shape of a language file: the same keys as the English one, any sentences. */
export type Mirror<T> = { [K in keyof T]: T[K] extends string ? string : Mirror<T[K]> };
