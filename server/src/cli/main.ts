#!/usr/bin/env node
import { workerData } from 'node:worker_threads';
import { READ_THREAD } from '../node/read-pool';
import { serveReads } from '../node/read-worker';
import { runProgram } from './program';

// The same program is the command line and its reading threads.
if (workerData === READ_THREAD) serveReads();
else runProgram(process.argv.slice(2));
