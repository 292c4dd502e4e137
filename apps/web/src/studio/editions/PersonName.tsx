/** Owns how a person is named in a sentence: as they wrote it, in whatever language that is. */
export function PersonName({ name }: { readonly name: string }) {
  return <span lang="">{name}</span>;
}
