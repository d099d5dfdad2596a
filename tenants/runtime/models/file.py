"""Files, as ciphertext beside the rows they belong to, and the wrapped keys they are encrypted with."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class StoredFile(models.Model):
    """One file. `content` is AES-256-GCM ciphertext under the data key of its owner; `sha256` is the plaintext's."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField()
    content_type = models.TextField()
    size = models.PositiveIntegerField()
    sha256 = models.TextField()
    purpose = models.TextField()
    key_id = models.UUIDField()
    content = models.BinaryField()
    created_by = models.TextField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class GroupFile(StoredFile):
    """A file of the group."""

    access = PublicAccess(group="SID", platform="", group_column="group_id")

    group_id = models.UUIDField()

    class Meta:
        db_table = "runtime_group_file"
        indexes = [models.Index(fields=["group_id", "-created_at"], name="group_file_by_group")]


class StorageEntry(models.Model):
    """What a group's or unit's files took more, or less, in bytes: one row a file, nightly put together into one.

    Entries are added up and never changed, so that nobody waits for another's upload.
    """

    access = PublicAccess(
        group="SI", unit="SI", accounts="S", platform="SID", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_role = models.TextField()
    size = models.BigIntegerField()

    class Meta:
        db_table = "runtime_storage_entry"
        indexes = [models.Index(fields=["group_id", "unit_role"], name="storage_entry_by_owner")]


class DataKey(models.Model):
    """The data key of a group or of one unit, wrapped by the platform's key; deleting it shreds the files."""

    access = PublicAccess(
        group="SI", unit="SI", platform="SIUD", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField()
    wrapped = models.BinaryField()
    wrapping_key = models.TextField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "runtime_data_key"
        constraints = [models.UniqueConstraint(fields=["group_id", "unit_role"], name="data_key_once")]
