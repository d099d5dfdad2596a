import { App, Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CalendarEditDocument, WorkingCalendarDocument, type WorkingCalendarQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { RequirePermission } from '@/shared/session/ViewerContext';
import { Failure, Loading } from '@/shared/ui/States';
import { usePlaces } from '../places';

type Calendar = WorkingCalendarQuery['workingCalendar'];

interface Values {
  weekdays: number[];
  opens: string;
  closes: string;
  holidays: Dayjs[];
  extraDays: Dayjs[];
}

const TIME = { pattern: /^([01]\d|2[0-3]):[0-5]\d$/ };
const isoDays = (days: Dayjs[] | undefined): string[] => (days ?? []).map((day) => day.format('YYYY-MM-DD'));

/** When people of the unit work: reminders and escalations go by it. */
export function CalendarPage() {
  const { data, error, isPending, refetch } = useApiQuery(WorkingCalendarDocument, {}, { subject: 'calendar' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <RequirePermission code="approvals.calendar.edit">
      <CalendarForm key={data.workingCalendar.version} calendar={data.workingCalendar} />
    </RequirePermission>
  );
}

function CalendarForm({ calendar }: { calendar: Calendar }) {
  const { t, i18n } = useTranslation('approvals');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const edit = useApiMutation(CalendarEditDocument, { payload: (r) => r.calendarEdit, touches: ['calendar'] });
  const monday = dayjs('2024-01-01');
  const dayName = new Intl.DateTimeFormat(i18n.language, { weekday: 'short' });
  const back = () => void navigate(places.flows);
  const pick = { multiple: true, maxTagCount: 'responsive', style: { width: '100%' } } as const;
  return (
    <FormPage<Values, unknown>
      title={t('calendar.title')}
      intro={t('calendar.intro')}
      crumbs={[{ title: t('flow.many'), to: places.flows }]}
      form={form}
      initial={{ ...calendar, weekdays: [...calendar.weekdays], holidays: calendar.holidays.map((day) => dayjs(day)), extraDays: calendar.extraDays.map((day) => dayjs(day)) }}
      submitLabel={t('calendar.save')}
      send={({ holidays, extraDays, ...values }) => edit.mutateAsync({ input: { ...values, version: calendar.version, holidays: isoDays(holidays), extraDays: isoDays(extraDays) } })}
      onDone={() => {
        void message.success(t('calendar.saved'));
        back();
      }}
      onCancel={back}
    >
      <Form.Item name="weekdays" label={t('calendar.weekdays')} rules={[{ required: true, message: t('calendar.weekdaysNeeded') }]}>
        <Checkbox.Group options={Array.from({ length: 7 }, (_, day) => ({ value: day, label: dayName.format(monday.add(day, 'day').toDate()) }))} />
      </Form.Item>
      <Columns>
        <Form.Item name="opens" label={t('calendar.opens')} rules={[{ required: true, ...TIME, message: t('calendar.timeNeeded') }]}>
          <Input maxLength={5} placeholder="09:00" inputMode="numeric" />
        </Form.Item>
        <Form.Item name="closes" label={t('calendar.closes')} rules={[{ required: true, ...TIME, message: t('calendar.timeNeeded') }]}>
          <Input maxLength={5} placeholder="18:00" inputMode="numeric" />
        </Form.Item>
      </Columns>
      <Form.Item name="holidays" label={t('calendar.holidays')} extra={t('calendar.holidaysHint')}>
        <DatePicker {...pick} />
      </Form.Item>
      <Form.Item name="extraDays" label={t('calendar.extraDays')} extra={t('calendar.extraDaysHint')}>
        <DatePicker {...pick} />
      </Form.Item>
    </FormPage>
  );
}
