"""Files at documents: what is read of them, and what can be done. A file itself is uploaded at `…/graphql/files`."""

from graphene import Int, String

from api.inputs import id_of
from api.mutation import Mutation
from api.reads import ReadType, column, read_back
from api.scalars import DateTime
from commerce.procurement.attaching.subjects import attachments_visible_to
from commerce.procurement.services.attachment import attachment_add, attachment_open, attachment_remove

READ = "procurement.attachment.read"


class Attachment(ReadType):
    """A file at a document; it can be opened once it was found clean."""

    class Meta:
        model = "procurement.Attachment"
        permission = READ
        visible = attachments_visible_to

    name = column(String, description="The name of the file.")
    content_type = column(String, description="Its media type.")
    byte_size = column(Int, description="Its size in bytes.")
    sha256 = column(String, description="The SHA-256 digest of its content.")
    scan = column(String, description="waiting for the virus scanner, clean or infected.")
    threat = column(String, description="What the scanner called the malware; empty unless it is infected.")
    added_by_name = column(String, description="Who attached it.")
    created_at = column(DateTime, description="When it was attached.")


class AttachmentAdd(Mutation):
    """Attaches an uploaded file to one document; it is scanned for malware in the background."""

    permission = "procurement.attachment.add"
    service = attachment_add
    creates = True

    class Input:
        file_id = id_of("File", required=True, description="The file, uploaded as an attachment.")
        requisition_id = id_of("Requisition", description="The requisition it belongs to, or")
        order_id = id_of("PurchaseOrder", description="the purchase order, or")
        receipt_id = id_of("GoodsReceipt", description="the goods receipt.")

    class Payload:
        attachment = read_back(Attachment)


class AttachmentOpen(Mutation):
    """Gives the address of a clean file."""

    permission = READ
    service = attachment_open
    secret = True

    class Input:
        attachment_id = id_of("Attachment", required=True, description="The attachment.")

    class Payload:
        url = String(description="Where the file is fetched, for five minutes and by you alone.")


class AttachmentRemove(Mutation):
    """Takes a file off a document on which nobody has decided yet, and deletes it."""

    permission = "procurement.attachment.remove"
    service = attachment_remove

    class Input:
        attachment_id = id_of("Attachment", required=True, description="The attachment.")

    class Payload:
        name = String(description="The name of the file that is gone.")


UNIT = [AttachmentAdd, AttachmentOpen, AttachmentRemove]
