/** Owns the signs of the kinds of questions. */
import {
  CalendarOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  EnvironmentOutlined,
  FileImageOutlined,
  FontSizeOutlined,
  IdcardOutlined,
  MobileOutlined,
  NumberOutlined,
  QuestionOutlined,
  TableOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { QuestionKind } from '../draft/question-kinds';

const icons: Readonly<Record<QuestionKind, React.ComponentType>> = {
  text: FontSizeOutlined,
  number: NumberOutlined,
  boolean: CheckCircleOutlined,
  choice: UnorderedListOutlined,
  checklist: CheckSquareOutlined,
  date: CalendarOutlined,
  area: EnvironmentOutlined,
  rows: TableOutlined,
  files: FileImageOutlined,
  'id-number': IdcardOutlined,
  phone: MobileOutlined,
};

export function KindIcon({ kind }: { readonly kind: QuestionKind | undefined }) {
  const Icon = kind ? icons[kind] : QuestionOutlined;
  return (
    <span className="kind-icon" aria-hidden="true">
      <Icon />
    </span>
  );
}
