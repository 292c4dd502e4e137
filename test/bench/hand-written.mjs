/** Owns the limit the evaluator is measured against: the 2014 standard as a programmer would write it by hand. */

const hundredths = (points) => Math.floor(Math.round(points * 1e8) / 1e6 + 0.5);
const shortfall = (due, paid) =>
  due <= 0 || paid >= due ? 0 : Math.floor(Math.round(((due - paid) / due) * 1e11) / 1e9);
const floor0 = (points) => Math.max(0, points);

/** Scores one sheet of flat facts: total and 21 scores in hundredths. */
export function scoreByHand(f) {
  let assistance = 0;
  let labour = 0;
  let staffShort = 0;
  for (const window of f.windows) {
    if (window.service === 'assistance') assistance += 1;
    else labour += 1;
    staffShort += Math.max(0, 2 - window.staff);
  }
  const venue =
    f.venue === 'hall'
      ? 15 - (f.hallArea < 100 ? 5 : 0) - (f.layoutReasonable && f.housekeepingOrderly ? 0 : 3)
      : f.venue === 'window'
        ? 7
        : 0;
  const needed = Math.max(1, Math.floor(Math.round((f.population / 10000) * 1e9) / 1e9 + 0.5));
  const villages = f.villages === 0 ? 2 : f.villagesStaffed < f.villages ? 0 : f.villagesPaid < f.villages ? 1 : 2;
  const scores = [
    hundredths(floor0(4 - (f.countyTeam ? 0 : 2.5) - (f.townshipTeam ? 0 : 2.5))),
    hundredths(floor0(10 - 2 * Math.max(0, f.unitsPlanned - f.unitsBuilt) - 2 * f.unitsFailed)),
    hundredths(floor0(6 - 2 * (3 - f.integratedDepartments.length) - (f.townshipIntegrated ? 0 : 2))),
    hundredths(venue),
    hundredths(floor0(4 - Math.max(0, 2 - assistance) - Math.max(0, 2 - labour))),
    hundredths(floor0(7 - (12 - f.signs.length))),
    hundredths(f.windows.length === 0 ? 0 : floor0(4 - staffShort - (f.badgesWorn ? 0 : 1))),
    hundredths(floor0(6 - (8 - f.equipment.length))),
    hundredths(floor0(3 - (5 - f.amenities.length))),
    hundredths(floor0(2 - (4 - f.supervision.length))),
    hundredths(f.broadband ? 2 : 0),
    hundredths(2 - f.wallRulesDeduction),
    hundredths(floor0(5 - 2 * (3 - f.agencyPlates.length))),
    hundredths(3 * Math.min(1, f.fullTimeStaff / needed)),
    hundredths(villages),
    hundredths(floor0(5 - shortfall(f.civilFundDue, f.civilFundPaid))),
    hundredths(floor0(5 - shortfall(f.labourFundDue, f.labourFundPaid))),
    hundredths(4 - (f.countyJointMeeting ? 0 : 1) - (f.townshipJointMeeting ? 0 : 1)),
    hundredths(floor0(4 - (4 - f.countyMeetingQuarters.length) - (4 - f.townshipMeetingQuarters.length))),
    hundredths(f.transferProcedure ? 4 - (f.ledgersOrderly ? 0 : 1) : 0),
    hundredths(f.operating ? 3 : 0),
  ];
  let total = 0;
  for (const score of scores) total += score;
  const grade = total > 9000 ? 'excellent' : total > 8000 ? 'good' : total > 6000 ? 'pass' : 'fail';
  return { status: 'complete', total, grade, scores };
}
