/** Owns drawing the tree: react-querybuilder's own frame is a landmark, of which a page with many rules would have many. */
import {
  type FullCombinator,
  type FullField,
  type FullOperator,
  QueryBuilderContext,
  type QueryBuilderProps,
  QueryBuilderStateProvider,
  type RuleGroupType,
  useQueryBuilder,
} from 'react-querybuilder';

export type TreeProps = QueryBuilderProps<RuleGroupType, FullField, FullOperator, FullCombinator>;

export function Tree(props: TreeProps) {
  return (
    <QueryBuilderStateProvider>
      <Frame {...props} />
    </QueryBuilderStateProvider>
  );
}

const root: number[] = [];

function Frame(props: TreeProps) {
  const builder = useQueryBuilder(props);
  const { schema, actions, translations, rootGroup, rootGroupDisabled, queryDisabled, rqbContext } = builder;
  const RuleGroup = schema.controls.ruleGroup;
  return (
    <QueryBuilderContext.Provider value={rqbContext}>
      <RuleGroup
        {...{ schema, actions, translations, ruleGroup: rootGroup, path: root }}
        {...(rootGroup.id === undefined ? {} : { id: rootGroup.id })}
        disabled={rootGroupDisabled}
        parentDisabled={queryDisabled}
        shiftUpDisabled
        shiftDownDisabled
        context={props.context}
      />
    </QueryBuilderContext.Provider>
  );
}
