/** The entry of @yimen/engine/editing: what an editor of editions needs, and a running one does not. */
export {};
