"""Settings, read from `MINDLINES_…` variables. What is not set is right for a laptop; production refuses to start without its secrets."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _


def _text(name: str, default: str = "") -> str:
    return os.environ.get(f"MINDLINES_{name}", default).strip()


def _yes(name: str, *, default: bool) -> bool:
    words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    value = _text(name, "yes" if default else "no").lower()
    if value not in words:
        raise ImproperlyConfigured(f"MINDLINES_{name} is '{value}'; write yes or no.")
    return words[value]


def _number(name: str, default: int) -> int:
    value = _text(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"MINDLINES_{name} is '{value}'; write a whole number.")
    return int(value)


def _list(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in _text(name, default).split(",") if part.strip()]


def _kept_secret(folder: Path) -> str:
    """On a laptop the secret is made once and kept beside the database, so that sessions outlive a restart."""
    path = folder / "secret"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


PACKAGE = Path(__file__).resolve().parent
MINDLINES_DEVELOPMENT = _yes("DEVELOPMENT", default=True)
MINDLINES_DATA = Path(_text("DATA") or Path.cwd() / "data").resolve()
MINDLINES_ADDRESS = _text("ADDRESS", f"http://localhost:{os.environ.get('PORT', '8000')}").rstrip("/")
MINDLINES_FOUNDERS = _text("FOUNDERS", "anyone")
MINDLINES_WORKER = _yes("WORKER", default=True)
MINDLINES_UPLOAD_LIMIT = _number("UPLOAD_LIMIT", 10) * 1024 * 1024
MINDLINES_MAILBOX = MINDLINES_DATA / "mailbox"

DEBUG = False
SECRET_KEY = _text("SECRET") or (_kept_secret(MINDLINES_DATA) if MINDLINES_DEVELOPMENT else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set MINDLINES_SECRET to a long random text before you run Mindlines in production.")
if MINDLINES_FOUNDERS not in ("anyone", "operators"):
    raise ImproperlyConfigured("MINDLINES_FOUNDERS is either 'anyone' or 'operators'.")
if not MINDLINES_DEVELOPMENT and not _text("ADDRESS").startswith("https://"):
    raise ImproperlyConfigured("Set MINDLINES_ADDRESS to the address people type, beginning with https://.")
if not MINDLINES_DEVELOPMENT and not _text("MAIL_HOST"):
    raise ImproperlyConfigured("Set MINDLINES_MAIL_HOST to your mail server; without it nobody could sign in.")

# A laptop shows its mailbox, with every code, to whoever asks; so nobody reaches it by a name of the outside world.
OWN_HOSTS = "localhost,.localhost,127.0.0.1,[::1]," if MINDLINES_DEVELOPMENT else ""
ALLOWED_HOSTS = _list("HOSTS", OWN_HOSTS + (urlsplit(MINDLINES_ADDRESS).hostname or ""))
CSRF_TRUSTED_ORIGINS = [] if MINDLINES_DEVELOPMENT else [MINDLINES_ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "mindlines.ui",
    "mindlines.people",
    "mindlines.communities",
    "mindlines.communication",
    "mindlines.meetings",
    "mindlines.voice",
    "mindlines.knowledge",
    "mindlines.coproduction",
    "mindlines.preparation",
    "mindlines.live",
    "mindlines.pages",
    "mindlines.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "mindlines.people.middleware.OwnEyesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mindlines.people.middleware.ReadersWayMiddleware",
    "mindlines.people.middleware.NothingTypedIsLostMiddleware",
    "mindlines.live.middleware.OutboxMiddleware",
    "mindlines.people.middleware.RefusalMiddleware",
    "mindlines.live.middleware.PassMiddleware",
]

ROOT_URLCONF = "mindlines.urls"
ASGI_APPLICATION = "mindlines.asgi.application"
FORM_RENDERER = "mindlines.ui.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "mindlines.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "mindlines.pages.shell.shell",
            ],
        },
    }
]

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA journal_size_limit=27103364;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;"
)


def _database() -> dict[str, Any]:
    url = _text("DATABASE_URL")
    if url:
        found: dict[str, Any] = dict(dj_database_url.parse(url))
        if "postgresql" in found["ENGINE"]:
            found["OPTIONS"] = {**found.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": _number("POOL", 8)}}
        return found
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": MINDLINES_DATA / "mindlines.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": SQLITE_PRAGMAS},
        "TEST": {"NAME": _text("TEST_DATABASE") or None},
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MINDLINES_REDIS_URL = _text("REDIS_URL")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
if MINDLINES_REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": MINDLINES_REDIS_URL}}
    # Its subscriptions come back by themselves after the server was away; the core layer's do not.
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [MINDLINES_REDIS_URL], "prefix": "mindlines"},
        }
    }
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SIGN_IN_CODE = {"numeric": True, "length": 6, "dashed": False}
ALLAUTH_TRUSTED_PROXY_COUNT = _number("PROXIES", 0)
ACCOUNT_ADAPTER = "mindlines.people.signing_in.Adapter"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = SIGN_IN_CODE
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 3
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = MINDLINES_ADDRESS.split(":")[0]
ACCOUNT_FORMS = {
    "login": "mindlines.people.forms.sign_in.AddressForm",
    "signup": "mindlines.people.forms.sign_in.NewPersonForm",
    "confirm_login_code": "mindlines.people.forms.sign_in.CodeForm",
    "confirm_email_verification_code": "mindlines.people.forms.sign_in.NewAddressCodeForm",
    "add_email": "mindlines.people.forms.sign_in.NewAddressForm",
}
# A whole meeting may sign in from behind one address; guessing is slowed down by the address that mail goes to.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "request_login_code": "120/m/ip,6/10m/key,40/d/key",
    "login_failed": "60/m/ip,6/10m/key",
    "signup": "60/m/ip",
    "confirm_email": "6/10m/key",
}
MFA_ADAPTER = "mindlines.people.signing_in.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Mindlines"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = MINDLINES_DEVELOPMENT
MFA_FORMS = {
    "authenticate": "mindlines.people.forms.sign_in.SecondStepForm",
    "reauthenticate": "mindlines.people.forms.sign_in.SecondStepAgainForm",
    "activate_totp": "mindlines.people.forms.sign_in.StartAppForm",
    "edit_webauthn": "mindlines.people.forms.sign_in.PasskeyNameForm",
}
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_ADAPTER = "mindlines.people.signing_in.SocialAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
MINDLINES_ORGANISATION = _text("OIDC_NAME", "Your organisation") if _text("OIDC_URL") else ""
if MINDLINES_ORGANISATION:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisation",
                "name": MINDLINES_ORGANISATION,
                "client_id": _text("OIDC_CLIENT"),
                "secret": _text("OIDC_SECRET"),
                "settings": {"server_url": _text("OIDC_URL")},
            }
        ],
    }

SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not MINDLINES_DEVELOPMENT
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = None if MINDLINES_DEVELOPMENT else ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if MINDLINES_DEVELOPMENT else 60 * 60 * 24 * 365
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "mindlines.people.views.kept.form_was_too_old"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # Not every browser takes a WebSocket of the same site for the site itself.
        "connect-src": [SELF, MINDLINES_ADDRESS.replace("http", "ws", 1)],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

EMAIL_BACKEND = "mindlines.communication.outbox.Outbox"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _text("MAIL_FROM", "Mindlines <mindlines@localhost>")
MINDLINES_MAIL_HOST = _text("MAIL_HOST")
EMAIL_HOST = MINDLINES_MAIL_HOST
EMAIL_PORT = _number("MAIL_PORT", 587)
EMAIL_HOST_USER = _text("MAIL_USER")
EMAIL_HOST_PASSWORD = _text("MAIL_PASSWORD")
EMAIL_USE_TLS = _yes("MAIL_STARTTLS", default=True)
EMAIL_TIMEOUT = 20
EMAIL_SUBJECT_PREFIX = ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(_text("STATIC") or PACKAGE.parent.parent / "build" / "static")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MINDLINES_DATA / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "mindlines.kernel.logs.Masking",
            "fmt": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["screen"], "level": _text("LOG_LEVEL", "WARNING")},
    "loggers": {"mindlines": {"level": "INFO"}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
