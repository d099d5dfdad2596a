"""What leads out of the platform."""

from graphene import List, NonNull, String

from api.departure.types import GroupClosure, GroupExport
from api.inputs import id_of
from api.mutation import Mutation
from api.reads import read_back
from tenants.departure.services.group_close import group_close, group_keep
from tenants.departure.services.group_export import group_export_download, group_export_request


class GroupExportRequest(Mutation):
    """Orders an archive of everything the group has; takes a recent proof of identity."""

    permission = "departure.group_export.request"
    service = group_export_request

    class Payload:
        group_export = read_back(GroupExport)


class GroupExportDownload(Mutation):
    """Gives links to the parts of a finished export, good for five minutes and for this person."""

    permission = "departure.group_export.download"
    service = group_export_download
    secret = True

    class Input:
        group_export_id = id_of("GroupExport", required=True, description="The export.")

    class Payload:
        group_export = read_back(GroupExport)
        links = List(NonNull(String), description="The addresses, in the order of the parts.")


class GroupClose(Mutation):
    """Begins the end of the account: read-only for 30 days, then everything is deleted and a proof is signed."""

    permission = "departure.group.close"
    service = group_close

    class Input:
        confirm_name = String(required=True, description="The group's name, to confirm.")
        note = String(description="Why.")

    class Payload:
        group_closure = read_back(GroupClosure)


class GroupKeep(Mutation):
    """Takes a closing back; the group works on at once."""

    permission = "departure.group.keep"
    service = group_keep

    class Payload:
        group_closure = read_back(GroupClosure)


GROUP = [GroupExportRequest, GroupExportDownload, GroupClose, GroupKeep]
