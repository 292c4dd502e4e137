import { describe, expect, it } from '@jest/globals';
import { diffDocuments, mergeDocuments } from '@yimen/config';
import { shippedEditions } from '../../../../test/support/shipped.js';
import { describeConflicts } from './conflicts.js';
import { describeChanges } from './describe.js';

const editions = new Map(shippedEditions().map(({ id, documents }) => [id, documents]));
const standard = 'yongzhou/acceptance/2014';
const desk = 'yongzhou/intake/2014';

type Reached = Record<string, any>;
type Edit = (documents: {
  readonly at: (file: string) => any;
  readonly form: (id: string) => any;
  readonly list: (id: string) => any;
  readonly line: (id: string) => any;
  readonly all: Reached;
}) => void;

function editedCopy(id: string, edit: Edit): Reached {
  const all = structuredClone(editions.get(id)) as Reached;
  const at = (file: string) => all[`rules/${id}/${file}`];
  const lines = (): any[] =>
    Object.values(all)
      .flatMap((content) => content.indicators ?? [])
      .flatMap((indicator: any) => indicator.lines);
  edit({
    all,
    at,
    form: (form) => all[`forms/${id}/${form}.json`],
    list: (list) => at('lists.json').lists.find((each: any) => each.id === list),
    line: (line) => lines().find((each) => each.id === line),
  });
  return all;
}

function wordsOf(id: string, edit: Edit) {
  const [before, after] = [editedCopy(id, () => {}), editedCopy(id, edit)];
  return describeChanges(diffDocuments(before, after), { before, after });
}

/** `subject | what` in Chinese of what a change of the standard is called. */
const said = (edit: Edit, id = standard): string[] =>
  wordsOf(id, edit).map(({ subject, what }) => `${subject.zh} | ${what.zh}`);
const saidInEnglish = (edit: Edit, id = standard): string[] =>
  wordsOf(id, edit).map(({ subject, what }) => `${subject.en} | ${what.en}`);

const row = (list: any, id: string) => list.rows.find((each: any) => each.id === id);

describe('A change of a standard', () => {
  it('of a list row is told by its title', () => {
    const edit: Edit = ({ list }) => {
      row(list('equipment'), 'computer').required = false;
      list('equipment').rows.push({ id: 'projector', title: { zh: '投影仪', en: 'Projector' } });
      list('equipment').rows.unshift(list('equipment').rows.splice(3, 1)[0]);
    };
    expect(said(edit)).toEqual([
      '办公设施 › 打印机 | 移动：到最前',
      '办公设施 › 电脑 | 必需 → 可选',
      '办公设施 › 投影仪 | 新增',
    ]);
    expect(saidInEnglish(edit)).toEqual([
      'Office equipment › Printer | moved to the front',
      'Office equipment › Computer | required → optional',
      'Office equipment › Projector | added',
    ]);
  });

  it('of points, a standard, a clause stands under its category', () => {
    const words = wordsOf(standard, ({ line }) => {
      line('equipment').points = 8;
      line('equipment').standard = { zh: '齐全得满分', en: 'All there' };
      line('equipment').starts = 'zero';
      line('equipment').clause = '附件2·新';
    });
    expect(new Set(words.map(({ group }) => group.zh))).toEqual(new Set(['硬件条件']));
    expect(new Set(words.map(({ subject }) => subject.zh))).toEqual(new Set(['硬件条件 › 设施配备 › 办公设施']));
    expect(words.map(({ what }) => what.zh)).toEqual([
      '分值 6 → 8',
      '依据条款 “附件2·硬件条件·设施配备·1” → “附件2·新”',
      '评分标准 “必需的办公设施齐全得满分，缺一项扣1分” → “齐全得满分”',
      '从满分起扣 → 从零分起加',
    ]);
  });

  it('of a rule is the sentence that it means, once for condition and event', () => {
    const edit: Edit = ({ line }) => {
      const [rule] = line('equipment').rules;
      rule.event.params = { points: 2, each: { fact: 'equipmentMissing' }, cap: 5 };
      rule.conditions = { all: [{ fact: 'venue', operator: 'equal', value: 'hall' }] };
    };
    expect(said(edit)).toEqual([
      '硬件条件 › 设施配备 › 办公设施 › 规则“缺 … 项：…” | “缺少办公设施数”每1项扣1分 → “办公场所”为“有服务大厅”时，“缺少办公设施数”每1项扣2分，最多扣5分',
    ]);
    expect(wordsOf(standard, edit)[0]?.changes.length).toBe(2);
  });

  it('of an added line tells what it asks and how it scores', () => {
    const edit: Edit = ({ at }) => {
      at('hardware.json').indicators[2].lines.push({
        id: 'queue',
        title: { zh: '叫号机', en: 'Queue machine' },
        points: 3,
        clause: '附件2',
        standard: { zh: '有得满分', en: 'Full marks with one' },
        starts: 'zero',
        needs: ['venue'],
        rules: [
          {
            id: 'queue-there',
            clause: '附件2',
            reason: { zh: '有' },
            conditions: { all: [{ fact: 'venue', operator: 'equal', value: 'hall' }] },
            event: { type: 'award', params: { points: 3 } },
          },
        ],
      });
    };
    expect(said(edit)).toEqual([
      expect.stringMatching(
        /^硬件条件 › [^›]+ › 叫号机 \| 新增：3分；评分标准 “有得满分”；从零分起加；另须填写 “办公场所”；“办公场所”为“有服务大厅”时，得3分$/,
      ),
    ]);
  });

  it('of a removed line tells its points', () => {
    expect(said(({ at }) => at('support.json').indicators[0].lines.shift())).toEqual([
      '工作保障 › 机构队伍 › 机构牌子 | 删去：5分',
    ]);
  });

  it('of a line moved to another indicator is one, with what else changed in it', () => {
    expect(
      said(({ at }) => {
        const [from, to] = at('support.json').indicators;
        to.lines.push({ ...from.lines.shift(), points: 4 });
      }),
    ).toEqual(['工作保障 › 工作经费 › 机构牌子 | 从“机构队伍”移来；分值 5 → 4']);
  });

  it('of a grade is its range', () => {
    const words = said(({ at }) => {
      const [excellent, , pass] = at('edition.json').bands;
      excellent.above = 92;
      delete pass.above;
      pass.from = 61;
    });
    expect(words).toEqual([
      '优秀 | 高于90、不高于100 → 高于92、不高于100',
      '合格 | 高于60、不高于80 → 不低于61、不高于80',
    ]);
  });

  it('of the edition itself is about the field', () => {
    const words = wordsOf(standard, ({ at }) => {
      at('edition.json').effectiveFrom = '2015-01-01';
      at('edition.json').source.number = '永政办函〔2015〕1号';
    });
    expect(words.map(({ group, subject, what }) => [group.zh, subject.zh, what.zh])).toEqual([
      ['基本信息', '施行日期', '2014-08-13 → 2015-01-01'],
      ['基本信息', '文号', '“永政办函〔2014〕97号” → “永政办函〔2015〕1号”'],
    ]);
  });

  it('of English alone says so in Chinese, and the other way round', () => {
    const words = wordsOf(standard, ({ line }) => {
      line('equipment').title.en = 'Devices';
      line('amenities').title.zh = '便民条件';
    });
    expect(words.map(({ what }) => [what.zh, what.en])).toEqual([
      ['名称 英文有改动', 'name "Office equipment" → "Devices"'],
      ['名称 “便民设施” → “便民条件”', 'name changed in Chinese'],
    ]);
  });

  it('of a formula and a reason has titles where they have ids', () => {
    const words = said(({ at, line }) => {
      at('facts.json').facts[2].formula = 'MAX(0, 3 - COUNT(windows, service = "assistance"))';
      line('equipment').rules[0].reason.zh = '少 {equipmentMissing} 件';
    });
    expect(words).toEqual([
      '硬件条件 › 设施配备 › 办公设施 › 规则“少 … 件” | 理由 “缺 {缺少办公设施数} 项：{MISSING_ITEMS(已配备的办公设施)}” → “少 {缺少办公设施数} 件”',
      '社会救助柜台缺少数 | 公式：MAX(0, 2 - COUNT(服务窗口, 业务 = "社会救助")) → MAX(0, 3 - COUNT(服务窗口, 业务 = "社会救助"))',
    ]);
  });

  it('of a case is by question and answer', () => {
    const words = said(({ at }) => {
      const [sheet] = at('cases/sheets.jsonl');
      sheet.unit.venue = 'hall';
      sheet.expect.grade = 'good';
      sheet.expect.lines.tasks = 7;
    });
    expect(words).toEqual([
      'sheet-1 › 办公场所 | 回答 “无大厅，社会事务办设有受理窗口” → “有服务大厅”',
      'sheet-1 | 应得等级 “合格” → “良好”',
      'sheet-1 › 任务完成 | 应得分 8 → 7',
    ]);
  });
});

describe('A change of a form', () => {
  it('of a question that came is one, with its step and its English', () => {
    const edit: Edit = ({ form }) => {
      const unit = form('unit');
      unit.schema.properties.hasQueue = { title: '是否有叫号机', type: 'boolean' };
      unit.schema.required.push('hasQueue');
      unit.steps[1].questions.push('hasQueue');
      unit.texts.hasQueue = { en: { title: 'Is there a queue machine?' } };
    };
    expect(said(edit)).toEqual(['平台情况 › 是否有叫号机 | 新增：在“办公场所”；题型 是/否；必填']);
    expect(saidInEnglish(edit)).toEqual([
      'Platform › Is there a queue machine? | added: in "Venue"; kind yes/no; must be answered',
    ]);
  });

  it('of a question that went is one', () => {
    const words = said(({ form }) => {
      const unit = form('unit');
      delete unit.schema.properties.broadband;
      delete unit.texts.broadband;
      unit.schema.required = unit.schema.required.filter((id: string) => id !== 'broadband');
      for (const step of unit.steps) step.questions = step.questions.filter((id: string) => id !== 'broadband');
    });
    expect(words).toEqual(['平台情况 › 是否开通宽带或专线网络 | 删去']);
  });

  it('of keywords says what they mean', () => {
    const edit: Edit = ({ form }) => {
      const { schema, texts } = form('unit');
      Object.assign(schema.properties.population, { title: '服务人数', minimum: 1, maximum: 90000, 'x-unit': '名' });
      texts.population.en.title = 'People served';
      schema.required = schema.required.filter((id: string) => id !== 'population');
    };
    expect(said(edit)).toEqual([
      '平台情况 › 服务人数 | 名称 “服务人口” → “服务人数”',
      '平台情况 › 服务人数 | 最小值 0 → 1',
      '平台情况 › 服务人数 | 单位 “人” → “名”',
      '平台情况 › 服务人数 | 最大值 无 → 90000',
      '平台情况 › 服务人数 | 必填 → 选填',
    ]);
    expect(saidInEnglish(edit)[0]).toBe('Platform › People served | name "Population served" → "People served"');
  });

  it('of what several questions are asked under is one', () => {
    const words = said(({ form }) => {
      form('unit').schema.allOf[0].if = { properties: { venue: { enum: ['window'] } }, required: ['venue'] };
    });
    expect(words).toEqual([
      '平台情况 › 大厅面积、室内规划布局是否合理、内务管理是否整齐规范 | 何时提问：“办公场所”为“有服务大厅” → “办公场所”属于“无大厅，社会事务办设有受理窗口”',
    ]);
  });

  it('of the step of a question, and of its place in the step', () => {
    const words = said(({ form }) => {
      const { steps } = form('unit');
      steps[2].questions.push(steps[1].questions.shift());
      steps[0].questions.unshift(steps[0].questions.pop());
    });
    expect(words).toEqual([
      '平台情况 › 基本情况 | 题目：移动 “乡镇（街道）是否整合房产、资金资源”到最前',
      '平台情况 › 办公场所 | 移动：到“窗口设置”',
    ]);
  });

  it('of a column of rows', () => {
    const words = said(({ form }) => {
      const { properties } = form('unit').schema.properties.windows.items;
      properties.staff.minimum = 1;
      properties.number = { title: '台号', type: 'integer' };
    });
    expect(words).toEqual([
      '平台情况 › 服务窗口 › 工作人员数 | 最小值 0 → 1',
      '平台情况 › 服务窗口 › 台号 | 新增：题型 整数',
    ]);
  });
});

describe('A change of a desk', () => {
  const words = (edit: Edit) => said(edit, desk);

  it('of cells is by column, and choices by their titles', () => {
    const edit: Edit = ({ list }) => {
      list('services').rows[0].limit = 20;
      list('services').rows[1].department = 'hrss';
      list('materials').rows[0].services.pop();
      list('materials').rows[1].main = false;
    };
    expect(words(edit)).toEqual([
      '业务项目 › 城乡低保 | 办理期限（工作日） 30 → 20',
      '业务项目 › 特困人员供养 | 主管部门 “民政部门” → “人社部门”',
      '申请材料 › 身份证 | 适用业务：删去 “应急或其它救助”',
      '申请材料 › 申请书 | 主要材料 是 → 否',
    ]);
  });

  it('of rules, dispositions and named conditions', () => {
    const edit: Edit = ({ at }) => {
      at('desk.json').rules[6].priority = 145;
      at('desk.json').rules[7].event.params.dueInWorkingDays = 3;
      at('desk.json').dispositions.handle.notice = { zh: '办结单', en: 'Done' };
      at('conditions.json').conditions.quick.conditions.any.pop();
    };
    expect(words(edit)).toEqual([
      '当场办理 | 文书 无 → “办结单”',
      '规则“不属本平台职责，请向…申请” | 优先顺序 140 → 145',
      '规则“申请人确有困难，受理后2个工作日内转交…” | 符合“属于其他部门职责”，且“申请人自行前往其他部门是否确有困难”为“是”时，受理转办，在2个工作日内办结 → 符合“属于其他部门职责”，且“申请人自行前往其他部门是否确有困难”为“是”时，受理转办，在3个工作日内办结',
      '可以当场或当日办结 | 条件：“办理方式”为“直接办理”，或“能否当场或当日办结”为“是” → “办理方式”为“直接办理”',
    ]);
  });

  it('of days off and days worked', () => {
    const edit: Edit = ({ all }) => {
      const [year] = all['rules/calendars/cn.json'].years;
      year.workdays.push('2014-12-27');
      year.holidays[0].days.push('2014-01-02');
    };
    expect(words(edit)).toEqual(['2014年 › 元旦 | 放假：新增 2014-01-02', '2014年 | 调休上班：新增 2014-12-27']);
  });
});

describe('Whole documents', () => {
  it('that came are told with everything in them, and once though the manifest names them', () => {
    const after = editedCopy(standard, () => {});
    const before = editedCopy(standard, ({ all, at }) => {
      delete all[`rules/${standard}/support.json`];
      delete all[`forms/${standard}/county.json`];
      at('edition.json').categories = ['organisation', 'hardware', 'mechanism'];
      at('edition.json').forms = ['unit'];
    });
    const came = describeChanges(diffDocuments(before, after), { before, after });
    const subjects = came.map(({ subject, what }) => `${subject.zh} | ${what.zh}`);
    expect(subjects.slice(0, 3)).toEqual([
      '工作保障 | 新增：20分',
      '工作保障 › 机构队伍 | 新增：10分',
      '工作保障 › 机构队伍 › 机构牌子 | 新增：5分；评分标准 “三块牌子落实得满分，缺一项扣2分”；从满分起扣；“缺少牌子数”每1项扣2分',
    ]);
    expect(subjects).toContain(
      '县区情况 › 已完成创建的平台数 | 新增：在“组织与任务”；题型 整数；必填；最小值 0；单位 “个”',
    );
    const went = describeChanges(diffDocuments(after, before), { before: after, after: before });
    expect(went.map(({ subject, what }) => `${subject.zh} | ${what.zh}`)).toEqual([
      '工作保障 | 删去：20分；“机构队伍”、“工作经费”',
      '县区情况 | 删去：“组织与任务”、“资源与联席会议”',
    ]);
  });
});

describe('Documents under edit', () => {
  it('are told of where a thing has lost its id', () => {
    const words = said(({ at }) => {
      at('support.json').indicators[0].id = {};
    });
    expect(words).toEqual([
      '工作保障 › 机构队伍 | 删去：10分；“机构牌子”、“专职人员”、“村级民生员”',
      '工作保障 › 机构队伍 | 新增：10分',
    ]);
  });

  it('are told of where a whole document has no shape', () => {
    const path = `rules/${standard}/support.json`;
    expect(
      said(({ all }) => {
        all[path] = [];
      }),
    ).toEqual(['其他内容 | 有改动']);
  });

  it('are told of where a word stands for a whole thing', () => {
    const edit: Edit = ({ at }) => {
      at('conditions.json').conditions.quick = 'open';
    };
    expect(said(edit, desk)).toEqual(['条件 | 有改动']);
  });

  it('are told of where a key has a name that every object knows', () => {
    const edit: Edit = ({ form }) => {
      const { properties } = form('application').schema;
      properties.matter = { ...properties.phone, constructor: '一' };
    };
    for (const words of said(edit, desk)) expect(words).toMatch(/^[^|]+ \| .+/u);
    const inside: Edit = ({ form }) => {
      Object.assign(form('application').schema.properties.phone, { constructor: '一' });
    };
    expect(said(inside, desk)).toHaveLength(1);
  });
});

describe('A conflict', () => {
  it('is told by what each side made of the thing', () => {
    const base = editedCopy(standard, () => {});
    const mine = editedCopy(standard, ({ line, list, form }) => {
      line('equipment').points = 8;
      list('equipment').rows.shift();
      form('unit').schema.properties.population.title = '人口';
    });
    const theirs = editedCopy(standard, ({ line, list, form }) => {
      line('equipment').points = 7;
      row(list('equipment'), 'desk').required = false;
      form('unit').schema.properties.population.title = '常住人口';
    });
    const { conflicts, sides } = mergeDocuments(base, mine, theirs);
    const worded = describeConflicts(conflicts, sides);
    expect(worded.map(({ key }) => key)).toEqual(conflicts.map(({ key }) => key));
    expect(worded.map(({ subject, mine: one, theirs: other }) => [subject.zh, one.zh, other.zh])).toEqual([
      ['平台情况 › 常住人口', '名称 “服务人口” → “人口”', '名称 “服务人口” → “常住人口”'],
      ['硬件条件 › 设施配备 › 办公设施', '分值 6 → 8', '分值 6 → 7'],
      ['办公设施 › 办公桌椅', '删去', '必需 → 可选'],
    ]);
  });

  it('about where something belongs is what each side moved it to, or that it is gone', () => {
    const base = editedCopy(standard, () => {});
    const mine = editedCopy(standard, ({ at }) => {
      const [from, to] = at('support.json').indicators;
      to.lines.push({ ...from.lines.shift(), points: 4 });
      at('mechanism.json').indicators[1].lines.push(at('mechanism.json').indicators[0].lines.shift());
    });
    const theirs = editedCopy(standard, ({ at }) => {
      at('support.json').indicators[0].lines.shift();
      at('organisation.json').indicators[0].lines.push(at('mechanism.json').indicators[0].lines.shift());
    });
    const { conflicts, sides } = mergeDocuments(base, mine, theirs);
    const worded = describeConflicts(conflicts, sides);
    expect(worded.map(({ subject, mine: one, theirs: other }) => [subject.zh, one.zh, other.zh])).toEqual([
      ['工作保障 › 工作经费 › 机构牌子', '移到“工作经费”；分值 5 → 4', '删去'],
      ['组织实施 › 组织领导 › 建立联席会议制度', '移到“受理及转办程序”', '移到“组织领导”'],
    ]);
  });

  it('about an order is the order of each side', () => {
    const base = editedCopy(standard, () => {});
    const move =
      (to: number): Edit =>
      ({ list }) => {
        const { rows } = list('unit-types');
        rows.splice(to, 0, rows.pop());
      };
    const [mine, theirs] = [editedCopy(standard, move(0)), editedCopy(standard, move(1))];
    const { conflicts, sides } = mergeDocuments(base, mine, theirs);
    const worded = describeConflicts(conflicts, sides);
    expect(worded.map(({ subject, mine: one, theirs: other }) => [subject.zh, one.zh, other.zh])).toEqual([
      ['平台类型', '次序：社区、乡镇、街道', '次序：乡镇、社区、街道'],
    ]);
  });
});
