import { expect, test } from 'vitest';
import { staticImports } from './imports.ts';

test('follows what a chunk imports before it runs', () => {
  expect(staticImports('import{a as b,c}from"./x-1.js";import"./y-2.js";import d,{e}from"../z.js";')).toEqual([
    './x-1.js',
    './y-2.js',
    '../z.js',
  ]);
  expect(staticImports('var q=1;export{f}from"./f.js"')).toEqual(['./f.js']);
  expect(staticImports('import * as n from "./n.js"\nn()')).toEqual(['./n.js']);
});

test('leaves what is fetched later, what is exported, and what only looks like it', () => {
  expect(staticImports('let p=()=>import("./later.js");')).toEqual([]);
  expect(staticImports('var a=1;export{a as b};const s="./not-an-import.js";')).toEqual([]);
  expect(staticImports('import{r}from"react";')).toEqual([]);
  expect(staticImports('var important="./x.js"')).toEqual([]);
});
