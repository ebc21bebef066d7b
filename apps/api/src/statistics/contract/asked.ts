import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** Whether a question asks for any of these fields, at any depth: what is not asked for is not counted. */
export function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, names: readonly string[]): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some(selection => {
      if (selection.kind === 'FragmentSpread') return within(fragments[selection.name.value]?.selectionSet)
      return (selection.kind === 'Field' && names.includes(selection.name.value)) || within(selection.selectionSet)
    }) ?? false
  return fieldNodes.some(({ selectionSet }) => within(selectionSet))
}
