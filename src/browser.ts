/** All that a page without a bundler needs, which the build puts in one file: `<script type="module">` imports `trouvaille/browser` from beside the pages. @module trouvaille/browser */
export * from './lazy.ts'
export * from './searcher.ts'
