import pytest

CONTACT = {
    "FullName": "A",
    "AddressLine1": "1 Any Street",
    "City": "Dublin",
    "PostalCode": "D01",
    "CountryCode": "IE",
    "PhoneNumber": "+353123456",
}


@pytest.fixture
def own(aws):
    return aws("account", "us-east-1")


def test_alternate_contacts_are_set_replaced_and_removed(own, refused):
    def put(name):
        own.put_alternate_contact(
            AlternateContactType="SECURITY", Name=name, Title="CISO", EmailAddress="s@example.com", PhoneNumber="+353123456"
        )

    put("a")
    put("b")
    assert own.get_alternate_contact(AlternateContactType="SECURITY")["AlternateContact"]["Name"] == "b"
    own.delete_alternate_contact(AlternateContactType="SECURITY")
    for call in (own.get_alternate_contact, own.delete_alternate_contact):
        with refused("ResourceNotFoundException"):
            call(AlternateContactType="SECURITY")


def test_the_owners_contact_is_kept_for_the_account(own, aws, refused):
    with refused("ResourceNotFoundException"):
        own.get_contact_information()
    own.put_contact_information(ContactInformation=CONTACT)
    assert aws("account", "eu-west-1").get_contact_information()["ContactInformation"] == CONTACT


def test_a_region_is_opted_into_and_out_of_while_one_looks(own, refused):
    def status(region="eu-central-2"):
        return own.get_region_opt_status(RegionName=region)["RegionOptStatus"]

    assert status() == "DISABLED" and status("eu-west-1") == "ENABLED_BY_DEFAULT"
    own.enable_region(RegionName="eu-central-2")
    with refused("ConflictException"):
        own.disable_region(RegionName="eu-central-2")
    assert status() == "ENABLING" and status() == "ENABLED"
    own.enable_region(RegionName="eu-central-2")
    assert status() == "ENABLED"
    own.disable_region(RegionName="eu-central-2")
    assert status() == "DISABLING" and status() == "DISABLED"
    for wrong in ("eu-west-1", "mars-north-1"):
        with refused("ValidationException"):
            own.disable_region(RegionName=wrong)
    enabled = own.list_regions(RegionOptStatusContains=["ENABLED"])["Regions"]
    assert enabled == [] and len(own.list_regions()["Regions"]) == 34


def test_a_contact_has_the_form_that_the_api_asks_for(own, refused):
    with refused("ValidationException"):
        own.put_contact_information(ContactInformation={**CONTACT, "PhoneNumber": "call me"})
    with refused("ValidationException"):
        own.put_alternate_contact(AlternateContactType="SECURITY", Name="a", Title="t", EmailAddress="nobody", PhoneNumber="+353123456")
