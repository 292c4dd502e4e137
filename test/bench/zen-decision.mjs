/** Owns the 2014 standard as a GoRules decision: one expression node with the same arithmetic. */

const short = (due, paid) => `${due} <= 0 or ${paid} >= ${due} ? 0 : floor((${due} - ${paid}) / ${due} * 100)`;
const floor0 = (points) => `max([0, ${points}])`;

const expressions = {
  assistance: "count(windows, #.service == 'assistance')",
  labour: "count(windows, #.service == 'labour')",
  staffShort: 'sum(map(windows, max([0, 2 - #.staff])))',
  needed: 'max([1, floor(population / 10000 + 0.5)])',
  s0: floor0('4 - (countyTeam ? 0 : 2.5) - (townshipTeam ? 0 : 2.5)'),
  s1: floor0('10 - 2 * max([0, unitsPlanned - unitsBuilt]) - 2 * unitsFailed'),
  s2: floor0('6 - 2 * (3 - len(integratedDepartments)) - (townshipIntegrated ? 0 : 2)'),
  s3: "venue == 'hall' ? 15 - (hallArea < 100 ? 5 : 0) - (layoutReasonable and housekeepingOrderly ? 0 : 3) : venue == 'window' ? 7 : 0",
  s4: floor0('4 - max([0, 2 - $.assistance]) - max([0, 2 - $.labour])'),
  s5: floor0('7 - (12 - len(signs))'),
  s6: `len(windows) == 0 ? 0 : ${floor0('4 - $.staffShort - (badgesWorn ? 0 : 1)')}`,
  s7: floor0('6 - (8 - len(equipment))'),
  s8: floor0('3 - (5 - len(amenities))'),
  s9: floor0('2 - (4 - len(supervision))'),
  s10: 'broadband ? 2 : 0',
  s11: '2 - wallRulesDeduction',
  s12: floor0('5 - 2 * (3 - len(agencyPlates))'),
  s13: 'floor(3 * min([1, fullTimeStaff / $.needed]) * 100 + 0.5) / 100',
  s14: 'villages == 0 ? 2 : villagesStaffed < villages ? 0 : villagesPaid < villages ? 1 : 2',
  s15: floor0(`5 - (${short('civilFundDue', 'civilFundPaid')})`),
  s16: floor0(`5 - (${short('labourFundDue', 'labourFundPaid')})`),
  s17: '4 - (countyJointMeeting ? 0 : 1) - (townshipJointMeeting ? 0 : 1)',
  s18: floor0('4 - (4 - len(countyMeetingQuarters)) - (4 - len(townshipMeetingQuarters))'),
  s19: 'transferProcedure ? 4 - (ledgersOrderly ? 0 : 1) : 0',
  s20: 'operating ? 3 : 0',
  total: Array.from({ length: 21 }, (_, line) => `$.s${line}`).join(' + '),
};

/** The decision graph that `ZenEngine.createDecision` takes. */
export const decision = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    {
      id: 'score',
      name: 'score',
      type: 'expressionNode',
      position: { x: 1, y: 0 },
      content: { expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })) },
    },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: 'a', sourceId: 'in', targetId: 'score', type: 'edge' },
    { id: 'b', sourceId: 'score', targetId: 'out', type: 'edge' },
  ],
};
