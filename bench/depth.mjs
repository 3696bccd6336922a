/** How deep a run goes: R@100 needs no more. */
export const DEPTH = 100
