/** Types of time.mjs, for the tests, which are TypeScript. */

/** An entry per query, the least of its passes; `meanCpuMs`: of the whole process; `hits`: returned, on average. */
export type Times = { wallMs: number[]; cpuMs: number[]; meanCpuMs: number; hits: number }
