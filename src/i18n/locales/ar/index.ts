import app from './app.json';
import faults from './faults.json';
import glossary from './glossary.json';
import reading from './reading.json';
import shelf from './shelf.json';
import speakers from './speakers.json';

export const arabic = { app, faults, glossary, reading, shelf, speakers };
