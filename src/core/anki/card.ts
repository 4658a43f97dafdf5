/** How the cards look: front, back and style of Isnād's note type. */

/** What is said beside the fields, in the language of whoever exports. */
export interface CardLabels {
  readonly root: string;
  readonly lemma: string;
  readonly source: string;
}

export const front = `<div class="isnad" lang="ar" dir="rtl"><p class="sentence">{{Sentence}}</p></div>`;

export const back = ({ root, lemma, source }: CardLabels): string => `{{FrontSide}}
<hr id="answer">
<div class="isnad" lang="ar" dir="rtl">
<p class="word">{{Vocalised}}</p>
<p class="facts">{{#Root}}<span>${root} <b>{{Root}}</b></span> {{/Root}}<span>${lemma} <b>{{Lemma}}</b></span></p>
{{#Arabic}}<p class="gloss">{{Arabic}}</p>{{/Arabic}}
{{#English}}<p class="gloss" lang="en" dir="ltr">{{English}}</p>{{/English}}
<p class="source">${source} <a href="{{text:Link}}">{{Source}}</a></p>
</div>`;

export const style = `.card {
  margin: 0;
  padding: 1em;
  background: #fbf8f1;
  color: #231f1a;
  font-family: "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", "Times New Roman", serif;
  font-size: 24px;
  line-height: 1.9;
}
.card.nightMode, .card.night_mode {
  background: #191714;
  color: #ece5d8;
}
.isnad {
  max-width: 34em;
  margin: 0 auto;
  text-align: right;
}
.isnad p {
  margin: 0.4em 0;
}
.isnad .sentence b {
  font-weight: bold;
  color: #9a2b20;
}
.nightMode .isnad .sentence b, .night_mode .isnad .sentence b {
  color: #f0978a;
}
.isnad .word {
  font-size: 1.6em;
  text-align: center;
}
.isnad .facts {
  text-align: center;
  font-size: 0.85em;
}
.isnad .facts span {
  margin: 0 0.6em;
  display: inline-block;
}
.isnad .gloss {
  text-align: center;
}
.isnad .source {
  font-size: 0.7em;
  opacity: 0.75;
}
.isnad a {
  color: inherit;
}
`;
