import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** The names of all the fields that a question asks for, at any depth: what is not asked for is not counted. */
export function namesAsked({ fieldNodes, fragments }: GraphQLResolveInfo): Set<string> {
  const names = new Set<string>()
  const within = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'FragmentSpread') within(fragments[selection.name.value]?.selectionSet)
      else {
        if (selection.kind === 'Field') names.add(selection.name.value)
        within(selection.selectionSet)
      }
    }
  }
  for (const { selectionSet } of fieldNodes) within(selectionSet)
  return names
}
