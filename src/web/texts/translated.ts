/** The shape of a language's texts: the same keys and parameters, any words. */
export type Translated<T> = T extends (...given: infer Given) => infer Said
  ? (...given: Given) => Widened<Said>
  : T extends string
    ? string
    : { [Key in keyof T]: Translated<T[Key]> }

type Widened<Said> = Said extends string ? string : Said
