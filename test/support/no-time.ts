/**
 * For tests of inputs made to be slow: in milliseconds, far more than work that grows with its input takes on any machine, and far less than work that grows with
 * its square.
 */
export const NO_TIME = 60_000
