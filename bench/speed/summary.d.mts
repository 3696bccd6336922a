/** Types of summary.mjs, for the tests, which are TypeScript. */

export type Figure<Subject> = { name: string; unit: string; of: (subject: Subject) => number | undefined }
export type Rival<Subject> = { name: string; figures: Subject }
export function summaryLines<Subject>(
  own: Subject,
  rivals: readonly Rival<Subject>[],
  figures: readonly Figure<Subject>[],
): string[]
export function summaryTable<Subject>(
  own: Subject,
  rivals: readonly Rival<Subject>[],
  figures: readonly Figure<Subject>[],
): string[][]
export function standing(ratio: number): 'ahead' | 'behind' | 'level'
