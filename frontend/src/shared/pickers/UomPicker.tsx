import { Select } from 'antd';
import { useUoms } from './useUoms';

interface UomPickerProps {
  /** A form gives these. */
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}

/** One unit of measure, found by its name or its code. */
export function UomPicker(props: UomPickerProps) {
  const { uoms, inWords } = useUoms();
  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={uoms.map(({ code }) => ({ value: code, label: inWords(code) }))}
    />
  );
}
