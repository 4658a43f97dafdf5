import { describe, expect, test } from 'vitest';
import type { EntityType } from '../core/article/article.ts';
import { englishName } from './english.ts';
import * as lists from './lexicon/english.ts';

describe('English names', () => {
  test.each<[string, EntityType, string]>([
    ['المملكة العربية السعودية', 'place', 'Saudi Arabia'],
    ['الشرق الأوسط', 'place', 'Middle East'],
    ['الشرق الأوسط', 'organization', 'Asharq Al-Awsat'],
    ['الامم المتحدة', 'organization', 'United Nations'],
    ['وزارة الخارجية الأميركية', 'organization', 'US State Department'],
    ['وزارة الصحة الفلسطينية', 'organization', 'Palestinian Health Ministry'],
    ['الجيش السوري', 'organization', 'Syrian Army'],
    ['باراك أوباما', 'person', 'Barack Obama'],
    ['سامي بن عبد الله الحداد', 'person', 'Sami bin Abdullah al-Haddad'],
    ['عبدالرحمن الخطيب', 'person', 'Abdulrahman al-Khatib'],
    ['السوريون', 'group', 'Syrians'],
    ['اللبنانيين', 'group', 'the Lebanese'],
    ['الأتراك', 'group', 'Turks'],
    ['١٣ تموز (يوليو) ٢٠١٥', 'date', '13 July 2015'],
    ['12 أكتوبر/تشرين الأول', 'date', '12 October'],
  ])('%s as a %s', (name, type, english) => expect(englishName(name, type)).toBe(english));

  test.each<[string, EntityType]>([
    ['جيف ديفيز', 'person'],
    ['سامي زقزوق', 'person'],
    ['أبو', 'person'],
    ['عبد', 'person'],
    ['CNN', 'organization'],
    ['وزارة الشعر السورية', 'organization'],
    ['صفر 1430', 'date'],
    ['', 'person'],
  ])('none of %s as a %s, rather than half of one', (name, type) => expect(englishName(name, type)).toBe(''));

  test('every entry of the lists is English', () => {
    for (const list of Object.values(lists))
      for (const [arabic, english] of list) {
        expect(arabic).toMatch(/^[\p{Script=Arabic}\d .+]+$/u);
        if (list !== lists.englishPeoples) expect(english).not.toBe('');
        expect(english).toMatch(/^[\p{Script=Latin}\d ’()+-]*$/u);
      }
  });
});
