"""The way in. The names are allauth's, because it looks for its pages by them; passwords have no page here."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as spare_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.conf import settings
from django.urls import include, path

from mindlines.people.views import sign_in

urlpatterns = [
    path("", sign_in.sign_in, name="account_login"),
    path("code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("new/", account.signup, name="account_signup"),
    path("new/code/", account.email_verification_sent, name="account_email_verification_sent"),
    path("out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("address/", account.email, name="account_email"),
    path("ways/", second_step.index, name="mfa_index"),
    path("ways/second-step/", second_step.authenticate, name="mfa_authenticate"),
    path("ways/again/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("ways/app/start/", app.activate_totp, name="mfa_activate_totp"),
    path("ways/app/stop/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("ways/spare-codes/", spare_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("ways/spare-codes/new/", spare_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("ways/spare-codes/file/", spare_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("ways/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("ways/passkeys/new/", sign_in.add_passkey, name="mfa_add_webauthn"),
    path("ways/passkeys/again/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("ways/passkeys/use/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("ways/passkeys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("ways/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("places/", sessions.list_usersessions, name="usersessions_list"),
    path("ask/", sign_in.elsewhere, name="account_request_login_code"),
    path("again/", sign_in.elsewhere, name="account_reauthenticate"),
    path("reset/", sign_in.elsewhere, name="account_reset_password"),
]

if settings.MINDLINES_ORGANISATION:
    urlpatterns += [
        path("with/", include("allauth.socialaccount.urls")),
        path("with/", include("allauth.socialaccount.providers.openid_connect.urls")),
    ]
