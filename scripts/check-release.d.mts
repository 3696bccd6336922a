/** The types of `check-release.mjs`, for its test. */
export interface PackageDescription {
  version: string
  author: string
  homepage: string
  bugs: string
  repository: { url: string }
}

export function releaseProblems(
  description: PackageDescription,
  changelog: string,
  tag: string | undefined,
  repository: string | undefined,
  pages?: Readonly<Record<string, string>>,
): string[]
