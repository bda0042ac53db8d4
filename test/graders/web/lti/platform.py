"""
An LMS for tests, on the loopback: messages, keys, tokens and services are those of lti1p3platform, which others wrote.

    python platform.py <the tool's address>

It prints the port that it got. Besides what an LMS answers:

    /start?user=u-3&run=<slug>     begins a launch; with deep=1, one in which somebody chooses a link; with column=0, one
                                   of a link that has no column for marks; with shown=<address>, one of another site's
    /page?user=u-3&run=<slug>      shows a launch in a frame
    /set                           takes JSON: what the next scores of a user are answered with, and marks typed in
    /scores                        lists the scores that came

The library takes client assertions for any audience, and tokens for any scope unless its services are used: audience,
issuer, subject, lifetime and reuse of assertions are checked here. It builds no Link header.
"""
import json
import sys
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.membership import Context
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.oidc_login import OIDCLoginAbstract
from lti1p3platform.registration import Registration
from lti1p3platform.request import Request
from lti1p3platform.score import UpdateScoreStatus
from lti1p3platform.service_connector import AssignmentsGradesService, NamesRoleProvisioningService

tool = sys.argv[1]
server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
base = f"http://127.0.0.1:{server.server_port}"
CLIENT = "nablab-1"
ROLE = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"

key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
private_key = key.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
).decode()
public_key = (
    key.public_key()
    .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    .decode()
)

members = [
    {"user_id": "u-1", "name": "Maria Staff", "lis_person_sourcedid": "maria", "roles": [ROLE + "Instructor"]},
    {"user_id": "u-2", "name": "Ben Bitdiddle", "lis_person_sourcedid": "ben", "roles": [ROLE + "Learner"]},
    {"user_id": "u-3", "name": "Ada Lovelace", "lis_person_sourcedid": "ada", "roles": [ROLE + "Learner"]},
    {"user_id": "u-4", "name": "Eve New", "email": "eve@example.org", "roles": [ROLE + "Learner"]},
    {"user_id": "u-5", "name": "Dan New", "roles": [ROLE + "Learner"]},
]
scores, faults, marks, assertions, columns = [], {}, {}, set(), []


class Platform(LTI1P3PlatformConfAbstract):
    def init_platform_config(self, **_):
        registration = Registration().set_iss(base).set_client_id(CLIENT).set_deployment_id("d1")
        registration.set_oidc_login_url(tool + "/lti/login").set_launch_url(tool + "/lti/launch")
        registration.set_deeplink_launch_url(tool + "/lti/launch").set_tool_key_set_url(tool + "/lti/jwks")
        registration.set_platform_private_key(private_key).set_platform_public_key(public_key)
        self._registration = registration

    def get_registration_by_params(self, **_):
        return self._registration


class Login(OIDCLoginAbstract):
    def set_lti_message_hint(self, **hint):
        self._lti_message_hint = json.dumps(hint)

    def get_redirect(self, url):
        return url


class Launch(LTIAdvantageMessageLaunchAbstract):
    def render_launch_form(self, launch_data, **_):
        return launch_data


class Asked(Request):
    def build_metadata(self, request):
        return request


class Grades(AssignmentsGradesService):
    find_lineitem = update_lineitem = delete_lineitem = None

    def find_lineitems(self, resource_id=None, **_):
        return {"content": [one for one in columns if one["resourceId"] == resource_id], "has_next": False}

    def create_lineitem(self, creation_data):
        columns.append({**creation_data, "id": f"{base}/lineitems/{len(columns) + 2}"})
        return columns[-1]

    def update_score(self, line_item_id, score):
        scores.append(score)
        marks[line_item_id, score["userId"]] = score["scoreGiven"] / score["scoreMaximum"]
        return UpdateScoreStatus.SUCCESS

    def get_results(self, line_item_id, user_id=None, **_):
        found = {"id": f"{base}/result", "userId": user_id, "resultScore": 100 * marks.get((line_item_id, user_id), 0)}
        return {"content": [{**found, "resultMaximum": 100}] if (line_item_id, user_id) in marks else [], "has_next": False}


class Members(NamesRoleProvisioningService):
    def get_member_data_page(self, page=1, limit=None, **_):
        limit = limit or len(members)
        return {"content": members[(page - 1) * limit : page * limit], "has_next": page * limit < len(members)}

    def get_context_by_id(self):
        return Context("c1", "DL", "Deep learning")


for service in (Grades, Members):
    service.__abstractmethods__ = frozenset()
platform = Platform()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, body, code=200, kind="application/json", headers=None):
        data = body if isinstance(body, str) else json.dumps(body)
        self.send_response(code)
        for name, value in {"content-type": kind, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data.encode())

    def asked(self, query, body=None):
        return Asked({"method": self.command, "get_data": query, "form_data": {}, "headers": self.headers, "json": body})

    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        query = {name: int(value) if value.isdigit() else value for name, value in urllib.parse.parse_qsl(url.query)}
        if url.path == "/jwks":
            return self.answer(platform.get_jwks())
        if url.path == "/start":
            login = Login(None, platform)
            login.set_lti_message_hint(**query)
            return self.answer("", 302, headers={"location": login.initiate_login(query["user"])})
        if url.path == "/auth":
            return self.send_launch(query)
        if url.path == "/members":
            found = (service := Members(self.asked(query), platform, base + "/members")).handle_resp(service.handle_get_members)
            following = found.result and found.result.pop("next", None)
            link = {"link": f'<{following}>; rel="next"'} if following else {}
            return self.answer(found.result or found.message, found.code, found.media_type, link)
        if url.path.startswith("/lineitems"):
            grades = Grades(self.asked(query), platform, base + "/lineitems", base + url.path.removesuffix("/results"))
            if url.path == "/lineitems":
                found = grades.handle_resp(grades.handle_get_lineitems)
            else:
                found = grades.handle_resp(grades.handle_get_results, line_item_id=url.path.split("/")[2])
            return self.answer(found.result["content"] if found.result else found.message, found.code, found.media_type)
        if url.path == "/columns":
            return self.answer(columns)
        if url.path == "/page":
            return self.answer(f'<title>LMS</title><iframe src="/start?{url.query}" width="900" height="600"></iframe>', kind="text/html")
        if url.path == "/scores":
            return self.answer(scores)
        self.answer({}, 404)

    def send_launch(self, query):
        hint = json.loads(query["lti_message_hint"])
        member = next(one for one in members if one["user_id"] == hint["user"])
        launch = Launch(self.asked(query), platform)
        launch.set_user_data(member["user_id"], member["roles"], member["name"], member.get("email"))
        launch.set_launch_context_claim("c1", context_title="Deep learning")
        launch.set_nrps(base + "/members?limit=2")
        launch.set_extra_claims({CLAIM + "lis": {"person_sourcedid": member.get("lis_person_sourcedid", "")}})
        if hint.get("deep"):
            launch.set_dl(base + "/deep", accept_types={"ltiResourceLink"})
        else:
            launch.set_resource_link_claim("r1")
            launch.set_ags(base + "/lineitems", base + "/lineitems/1" if hint.get("column", 1) else None)
            launch.set_launch_presentation_claim("iframe", hint.get("shown", base + "/back"))
            launch.set_extra_claims({CLAIM + "custom": {"run": hint.get("run", "")}, **hint.get("claims", {})})
        sent = launch.lti_launch()
        fields = "".join(f'<input name="{name}" value="{sent[name]}">' for name in ("id_token", "state"))
        self.answer(f'<form method="post" action="{sent["launch_url"]}">{fields}<button>Go</button></form>', kind="text/html")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        form = dict(urllib.parse.parse_qsl(body))
        if self.path == "/set":
            given = json.loads(body)
            faults.update(given.get("faults", {}))
            marks.update({("1", user): mark for user, mark in given.get("marks", {}).items()})
            return self.answer({})
        if self.path == "/token":
            return self.answer_token(form)
        if self.path == "/lineitems":
            grades = Grades(self.asked({}, json.loads(body)), platform, base + "/lineitems")
            if "column" in faults:
                return self.answer("as asked for", faults.pop("column"), "text/plain")
            made = grades.handle_resp(grades.handle_create_lineitem)
            return self.answer(made.result or made.message, made.code, made.media_type)
        if self.path.startswith("/lineitems/"):
            score = json.loads(body)
            if score["userId"] in faults:
                return self.answer("as asked for", faults.pop(score["userId"]), "text/plain")
            item = self.path.split("/")[2]
            grades = Grades(self.asked({}, score), platform, base + "/lineitems", f"{base}/lineitems/{item}")
            done = grades.handle_resp(grades.handle_update_score, line_item_id=item)
            return self.answer(done.message, done.code, done.media_type)
        if self.path == "/deep":
            try:
                return self.answer(platform.validate_deeplinking_resp(form))
            except Exception as error:
                return self.answer({"refused": type(error).__name__}, 400)
        self.answer({}, 404)

    def answer_token(self, form):
        try:
            token = platform.get_access_token(form)
            claims = jwt.decode(form["client_assertion"], options={"verify_signature": False})
            assert claims["iss"] == claims["sub"] == CLIENT, "issuer and subject have to be the client"
            assert claims["aud"] == base + "/token", f"audience {claims['aud']}"
            assert claims["exp"] - time.time() < 600 and claims["jti"] not in assertions, "long-lived, or used before"
            assertions.add(claims["jti"])
            self.answer(token)
        except Exception as error:
            self.answer({"error": "invalid_client", "error_description": repr(error)}, 400)


server.RequestHandlerClass = Handler
print(server.server_port, flush=True)
server.serve_forever()
