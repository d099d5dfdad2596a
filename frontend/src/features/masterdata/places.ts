import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';

/** Where the screens of this feature live in the present workspace. */
export function usePlaces() {
  const base = contextPath(useWorkContext());
  return {
    suppliers: `${base}/suppliers`,
    newSupplier: `${base}/suppliers/new`,
    importSuppliers: `${base}/suppliers/import`,
    supplierImport: (id: string) => `${base}/suppliers/import/${id}`,
    supplier: (id: string) => `${base}/suppliers/${id}`,
    supplierFile: (id: string) => `${base}/suppliers/${id}/file`,
    editSupplier: (id: string) => `${base}/suppliers/${id}/edit`,
    sanctions: `${base}/sanctions`,
    items: `${base}/items`,
    newItem: `${base}/items/new`,
    item: (id: string) => `${base}/items/${id}`,
    editItem: (id: string) => `${base}/items/${id}/edit`,
    itemMerge: (id: string) => `${base}/items/merges/${id}`,
    categories: `${base}/items/categories`,
    fxRates: `${base}/items/rates`,
    uoms: `${base}/items/uoms`,
    screening: `${base}/screening`,
    screeningHit: (id: string) => `${base}/screening/${id}`,
  };
}
