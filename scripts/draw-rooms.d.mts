export const START: string
export const END: string
export const SMALL_FILES: string
/** By room, the rooms that it imports. */
export type Arrows = Map<string, Set<string>>
export function arrowsOf(src?: string): Arrows
export function reachable(arrows: Arrows, from: string): Set<string>
export function essentialArrows(arrows: Arrows): Arrows
export function mermaidOf(arrows: Arrows): string
export function withDiagram(page: string): string
