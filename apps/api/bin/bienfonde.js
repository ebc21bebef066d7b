#!/usr/bin/env node
import '../dist/cli/bienfonde.js'
