"""Signing in, and the keys to one's own door. It makes no difference here who facilitates what."""

from tests.house.doors import HIDDEN, NOT_YOURS, OPEN, SENT_ON, SIGN_IN, Answer, Door, World, door


def row(route: str, stranger: Answer, person: Answer, **more: object) -> Door:
    return door(route, (stranger, person, person, person), **more)


def no_such_key(world: World) -> dict[str, object]:
    return {"pk": 1}


DOORS = [
    # In and out.
    row("account_login", OPEN, SENT_ON),
    row("account_login", OPEN, SENT_ON, method="post"),
    row("account_confirm_login_code", SENT_ON, SENT_ON),
    row("account_confirm_login_code", SENT_ON, SENT_ON, method="post"),
    row("account_signup", OPEN, SENT_ON),
    row("account_signup", OPEN, SENT_ON, method="post"),
    row("account_logout", SENT_ON, OPEN),
    row("account_logout", SENT_ON, SENT_ON, method="post"),
    row("account_inactive", OPEN, OPEN),
    # Pages that this house does not have.
    row("account_request_login_code", SIGN_IN, SENT_ON),
    row("account_reauthenticate", SIGN_IN, SENT_ON),
    row("account_reset_password", SIGN_IN, SENT_ON),
    # Mail addresses.
    row("account_email", SIGN_IN, OPEN),
    row("account_email", SIGN_IN, SENT_ON, method="post"),
    row("account_email_verification_sent", SIGN_IN, SENT_ON),
    # Passkeys and apps.
    row("mfa_index", SIGN_IN, OPEN),
    row("mfa_authenticate", SIGN_IN, SENT_ON),
    row("mfa_reauthenticate", SIGN_IN, NOT_YOURS),
    row("mfa_activate_totp", SIGN_IN, OPEN),
    row("mfa_activate_totp", SIGN_IN, OPEN, method="post"),
    row("mfa_deactivate_totp", SIGN_IN, HIDDEN),
    row("mfa_view_recovery_codes", SIGN_IN, HIDDEN),
    row("mfa_generate_recovery_codes", SIGN_IN, OPEN),
    row("mfa_generate_recovery_codes", SIGN_IN, OPEN, method="post"),
    row("mfa_download_recovery_codes", SIGN_IN, HIDDEN),
    row("mfa_list_webauthn", SIGN_IN, OPEN),
    row("mfa_add_webauthn", SIGN_IN, OPEN),
    row("mfa_add_webauthn", SIGN_IN, OPEN, method="post"),
    row("mfa_reauthenticate_webauthn", SIGN_IN, NOT_YOURS),
    row("mfa_remove_webauthn", SIGN_IN, HIDDEN, keys=no_such_key),
    row("mfa_remove_webauthn", SIGN_IN, HIDDEN, keys=no_such_key, method="post"),
    row("mfa_edit_webauthn", SIGN_IN, HIDDEN, keys=no_such_key),
    row("mfa_login_webauthn", SIGN_IN, SENT_ON),
    # Where one is signed in.
    row("usersessions_list", SIGN_IN, OPEN),
    row("usersessions_list", SIGN_IN, SENT_ON, method="post"),
]
