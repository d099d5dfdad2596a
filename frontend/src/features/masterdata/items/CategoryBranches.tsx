import RightOutlined from '@ant-design/icons/es/icons/RightOutlined';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from './categoryTree';
import styles from './items.module.css';
import { RecordStatusTag } from './names';
import type { Category } from './useCategories';

interface BranchesProps {
  branches: readonly Branch<Category>[];
  /** Whether branches begin unfolded. */
  open: boolean;
  name: (row: Category) => string;
  actions: (row: Category) => ReactNode;
}

/** One level of the tree; what lies below a category unfolds under it. */
export function CategoryBranches({ branches, ...rest }: BranchesProps) {
  return (
    <ul className={styles.branches}>
      {branches.map((branch) => (
        <BranchLine key={branch.row.id} branch={branch} {...rest} />
      ))}
    </ul>
  );
}

function BranchLine({ branch, ...rest }: Omit<BranchesProps, 'branches'> & { branch: Branch<Category> }) {
  const { t } = useTranslation('masterdata');
  const { row, below, depth } = branch;
  // Two levels are seen at once; further down is unfolded by whoever looks for it.
  const [unfolded, setUnfolded] = useState(rest.open || depth < 2);
  const name = rest.name(row);
  return (
    <li>
      <div className={styles.branch} style={{ paddingInlineStart: (depth - 1) * 20 }}>
        {below.length > 0 ? (
          <Button
            type="text"
            size="small"
            icon={<RightOutlined rotate={unfolded ? 90 : 0} />}
            aria-expanded={unfolded}
            aria-label={t(unfolded ? 'category.fold' : 'category.unfold', { name })}
            onClick={() => setUnfolded(!unfolded)}
          />
        ) : (
          <span className={styles.noToggle} />
        )}
        <span className={styles.branchWords}>
          <span className={styles.branchName}>{name}</span>
          {row.status === 'archived' && <RecordStatusTag status={row.status} />}
          <span className={`mono ${styles.code}`}>{row.code}</span>
        </span>
        <span className={styles.branchActions}>{rest.actions(row)}</span>
      </div>
      {unfolded && below.length > 0 && <CategoryBranches branches={below} {...rest} />}
    </li>
  );
}
