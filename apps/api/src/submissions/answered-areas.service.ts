/** Owns the areas that answers name: that they are there, of a level asked for, and not closed. */
import { Inject, Injectable } from '@nestjs/common';
import { type AreaLevel, type Edition, type Issue, pointerTo, readFacts } from '@yimen/config';
import { type Area, areaLevelTitles, type FactsDocument } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { invalid } from '../evaluation/evaluation.service.js';
import { dayInChina } from '../local-day.js';
import { answerIssue } from './answer-issue.js';

/** An area that an answer names. */
interface NamedArea {
  readonly id: string;
  readonly pointer: string;
  readonly levels: readonly AreaLevel[];
}

@Injectable()
export class AnsweredAreas {
  constructor(@Inject(AreasService) private readonly areas: AreasService) {}

  /** Refuses facts that name areas which cannot be answered. What was answered before may stay, closed meanwhile or not. */
  async check(edition: Edition, document: FactsDocument, before: FactsDocument = {}): Promise<void> {
    if (![...edition.facts.values()].some(({ type }) => type.kind === 'text' && type.areas)) return;
    const kept = new Map(areasIn(edition, before).map(({ pointer, id }) => [pointer, id]));
    const named = areasIn(edition, document).filter(({ pointer, id }) => kept.get(pointer) !== id);
    if (named.length === 0) return;
    const there = await this.areas.named([...new Set(named.map(({ id }) => id))]);
    const today = dayInChina(new Date());
    const issues = named.flatMap((each) => issueOf(each, there.get(each.id), today));
    if (issues.length > 0) throw invalid({ issues });
  }
}

/** Every area that answers name, with its place. */
function areasIn(edition: Edition, document: FactsDocument): NamedArea[] {
  const { facts } = readFacts(edition, document);
  return [...edition.facts.values()].flatMap(({ id: fact, form, type }) => {
    const answer = facts[fact];
    return type.kind === 'text' && type.areas && typeof answer === 'string'
      ? [{ id: answer, pointer: pointerTo('', form, fact), levels: type.areas }]
      : [];
  });
}

function issueOf({ pointer, levels }: NamedArea, area: Area | undefined, today: string): Issue[] {
  if (!area)
    return [answerIssue('unknown-area', pointer, '没有这个区域，请重新选择', 'There is no such area; choose again')];
  const { name, level, closed } = area;
  if (closed !== null && closed <= today) {
    const zh = `“${name.zh}”已于 ${closed} 撤销或并入别处，请另选`;
    return [answerIssue('area-closed', pointer, zh, `"${name.en}" was closed or merged on ${closed}; choose another`)];
  }
  if (levels.includes(level)) return [];
  const zh = `“${name.zh}”的级别不对，这里要选${levels.map((each) => areaLevelTitles[each].zh).join('或')}`;
  const asked = levels.map((each) => areaLevelTitles[each].en.toLowerCase()).join(' or ');
  return [answerIssue('wrong-area-level', pointer, zh, `"${name.en}" is of another level; this asks for a ${asked}`)];
}
