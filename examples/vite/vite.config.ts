import { defineConfig } from 'vite'

export default defineConfig({
  // Works under any path of a site.
  base: './',
  // The library is linked from two folders up; in an application of your own this line is not needed.
  server: { fs: { allow: ['../..'] } },
})
