/** Returns the folder. */
export function buildSite(options?: { folder?: string; program?: string }): Promise<string>
