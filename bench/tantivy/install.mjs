/** Installs tantivy's Python wheel in `venv/`: `npm run tantivy`. */

import { execFileSync } from 'node:child_process'
import { VENV } from './python.mjs'

const TANTIVY = 'tantivy==0.27.0'

execFileSync('python3', ['-m', 'venv', VENV], { stdio: 'inherit' })
execFileSync(`${VENV}/bin/pip`, ['install', '--quiet', '--disable-pip-version-check', TANTIVY], { stdio: 'inherit' })
