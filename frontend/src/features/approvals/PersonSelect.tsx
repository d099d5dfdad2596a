import { Select } from 'antd';
import type { usePeople } from './usePeople';

interface PersonSelectProps {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  options: ReturnType<typeof usePeople>['options'];
  loading: boolean;
  allowClear?: boolean;
}

/** Picks one of the unit's people by name; the roles tell namesakes apart. */
export function PersonSelect({ options, ...rest }: PersonSelectProps) {
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options]}
      optionRender={({ data }) => (
        <div>
          <div>{data.label}</div>
          <div className="soft">{data.roles}</div>
        </div>
      )}
    />
  );
}
